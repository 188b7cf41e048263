import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Membership } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs, site, staff } from '../../../test/api-double'
import { openedWith } from '../../../test/taro'
import {
  activity,
  redemption,
  reward,
  signup,
  volunteer,
  volunteering,
  volunteerTeam,
} from '../../../test/volunteer-double'
import ActivityPage from './activity'
import Certificate from './certificate'
import Volunteering from './home'
import Market from './market'
import StallDesk from './stall'
import TeamDesk from './team'
import { readTime } from '@/components/shift-fields/use-shift'

type Answers = Parameters<typeof answerWith>[0]
const unit: Membership = { id: 'm8', role: 'unit_staff', org: { code: '610303-U9', name: '银龄互助队', level: 'unit' } }
const none = { items: [], nextCursor: null }
const page = <Item,>(item: Item) => ({ items: [item], nextCursor: null })
const base: Answers = {
  'site.show': ok<'site.show'>({ ...site, district: { code: '610303', name: '金台区', level: 'district' } }),
  'volunteers.me': ok<'volunteers.me'>(volunteering()),
}
const created = (data: object) => () => ({ statusCode: 201, data })

test('my hours and points stand first; a team is joined in one tap', async () => {
  signInAs()
  answerWith({
    ...base,
    'activities.list': ok<'activities.list'>(none),
    'volunteer-teams.list': ok<'volunteer-teams.list'>({ items: [volunteerTeam()] }),
    'volunteer-teams.join': created(volunteer()),
  })
  render(<Volunteering />)
  expect(await screen.findByText('2 小时 30 分钟')).toBeInTheDocument()
  expect(screen.getByText('3.5')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('tab', { name: '队伍' }))
  await userEvent.click(await screen.findByRole('button', { name: '加入银龄互助队' }))
  await waitFor(() => expect(sentTo('volunteer-teams.join')).toHaveLength(1))
})

describe('a date', () => {
  const openDate = (part: Parameters<typeof activity>[0], answers: Answers = {}) => {
    openedWith({ id: 'a1' })
    answerWith({ 'activities.show': ok<'activities.show'>(activity(part)), ...answers })
    render(<ActivityPage />)
  }

  test('a member signs up; being too late says so', async () => {
    signInAs()
    openDate({}, { 'activities.sign-up': () => problem(409, 'wrong_state', '名额刚刚报满了') })
    expect(await screen.findByText(/还有 4 个名额/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '我要报名' }))
    expect(await screen.findByText('名额刚刚报满了')).toBeInTheDocument()
  })

  test('checking in takes six digits', async () => {
    signInAs()
    openDate({ own: signup(), allowedActions: [] }, { 'signups.check-in': ok<'signups.check-in'>(signup()) })
    const code = await screen.findByLabelText(/现场的签到码/)
    await userEvent.type(code, '12')
    await userEvent.click(screen.getByRole('button', { name: '签到' }))
    expect(await screen.findByText('请填 6 位数字')).toBeInTheDocument()
    expect(sentTo('signups.check-in')).toEqual([])
    await userEvent.type(code, '3456')
    await userEvent.click(screen.getByRole('button', { name: '签到' }))
    await waitFor(() => expect(sentTo('signups.check-in')[0]?.data).toEqual({ code: '123456' }))
  })

  test('giving a place back is confirmed', async () => {
    signInAs()
    openDate(
      { own: signup(), allowedActions: [] },
      { 'signups.cancel': ok<'signups.cancel'>(signup({ state: 'cancelled' })) },
    )
    await userEvent.click(await screen.findByRole('button', { name: '取消报名' }))
    expect(sentTo('signups.cancel')).toEqual([])
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '取消报名' }))
    await waitFor(() => expect(sentTo('signups.cancel')).toHaveLength(1))
  })

  test('why it was called off stands there, and nothing can be done any more', async () => {
    signInAs()
    openDate({ isCancelled: true, cancelNote: '下大雨', own: signup(), allowedActions: [] })
    expect(await screen.findByText('取消的原因：下大雨')).toBeInTheDocument()
    expect(screen.getByText(/银龄互助队 · 已取消/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '签到' })).not.toBeInTheDocument()
  })

  test('which wish it serves leads to what everyone may read of it', async () => {
    signInAs()
    openDate({ wish: { orderId: 'o1', title: '想请人修一扇窗', communityName: '东关社区' } })
    expect(await screen.findByText('想请人修一扇窗 · 东关社区')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /为心愿服务/ })).toBeInTheDocument()
  })

  test('moving says how many people are told before it tells them; fewer places than people are refused', async () => {
    signInAs([unit])
    openDate(
      { allowedActions: ['move', 'manage'] },
      { 'signups.list': ok<'signups.list'>(none), 'activities.move': ok<'activities.move'>(activity({ version: 4 })) },
    )
    await userEvent.click(await screen.findByRole('button', { name: '改时间地点' }))
    const places = screen.getByLabelText(/要多少人/)
    await userEvent.clear(places)
    await userEvent.type(places, '1')
    const from = screen.getByLabelText(/几点开始/)
    await userEvent.clear(from)
    await userEvent.type(from, '10:00')
    await userEvent.click(screen.getByRole('button', { name: '改时间地点' }))
    expect(await screen.findByText('已经有 2 人报名，名额不能比这少')).toBeInTheDocument()
    await userEvent.type(places, '0')
    await userEvent.click(screen.getByRole('button', { name: '改时间地点' }))
    const dialog = await screen.findByRole('dialog')
    expect(sentTo('activities.move')).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: '改，并告诉 2 个人' }))
    await waitFor(() => expect(sentTo('activities.move')).toHaveLength(1))
    expect(sentTo('activities.move')[0]?.data).toEqual({
      ...{ place: '社区活动室', capacity: 10 },
      ...{ startsAt: '2026-11-28T10:00:00+08:00', endsAt: '2026-11-28T12:00:00+08:00' },
    })
  })

  test('those who run it see the code and confirm hours', async () => {
    signInAs([unit])
    const waiting = signup({ isOwn: false, state: 'checked_out', minutes: 120, allowedActions: ['confirm'] })
    openDate(
      { checkCode: '246810', allowedActions: ['manage'] },
      {
        'signups.list': ok<'signups.list'>(page(waiting)),
        'signups.confirm': ok<'signups.confirm'>({ ...waiting, state: 'confirmed', points: 2, allowedActions: [] }),
      },
    )
    expect(await screen.findByText('246810')).toBeInTheDocument()
    await userEvent.click(await screen.findByRole('button', { name: '确认时长：王**' }))
    expect(await screen.findByText('时长已确认 · 2 小时 · 2 分')).toBeInTheDocument()
  })
})

describe('the market', () => {
  test('a piece that one cannot pay says what is missing; one that one can is confirmed', async () => {
    signInAs()
    const dear = reward({ id: 'r2', title: '血压计', cost: 20 })
    answerWith({
      ...base,
      'rewards.list': ok<'rewards.list'>({ items: [reward(), dear], nextCursor: null }),
      'rewards.redeem': created(redemption()),
    })
    render(<Market />)
    expect(await screen.findByText(/还差 16.5 分/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '兑换血压计' })).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '兑换一袋洗衣粉' }))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '兑换' }))
    await waitFor(() => expect(sentTo('rewards.redeem')).toHaveLength(1))
  })

  test('the code to say at the stall is with my redemption', async () => {
    signInAs()
    answerWith({
      ...base,
      'rewards.list': ok<'rewards.list'>(none),
      'redemptions.list': ok<'redemptions.list'>(page(redemption())),
    })
    render(<Market />)
    await userEvent.click(await screen.findByRole('tab', { name: '我的兑换' }))
    expect(await screen.findByText('246810')).toBeInTheDocument()
  })

  test('the stall hands over against the code, and the row leaves', async () => {
    signInAs([staff])
    const waiting = redemption({ isOwn: false, code: null, allowedActions: ['hand-over', 'cancel'] })
    answerWith({
      'redemptions.list': ok<'redemptions.list'>(page(waiting)),
      'redemptions.hand-over': ok<'redemptions.hand-over'>({ ...waiting, state: 'handed_over' }),
    })
    render(<StallDesk />)
    await userEvent.type(await screen.findByLabelText(/取货码/), '246810')
    await userEvent.click(screen.getByRole('button', { name: '交付' }))
    expect(await screen.findByText('没有人等着取')).toBeInTheDocument()
    expect(sentTo('redemptions.hand-over')[0]?.data).toEqual({ code: '246810' })
  })

  test('something is put on the market in halves of a point', async () => {
    signInAs([staff])
    answerWith({
      'redemptions.list': ok<'redemptions.list'>(none),
      'rewards.list': ok<'rewards.list'>(none),
      'rewards.create': created(reward()),
    })
    render(<StallDesk />)
    await userEvent.click(await screen.findByRole('tab', { name: '上架的东西' }))
    await userEvent.click(await screen.findByRole('button', { name: '上架一件' }))
    await userEvent.type(screen.getByLabelText(/是什么/), '毛巾')
    await userEvent.type(screen.getByLabelText(/要多少分/), '0.3')
    await userEvent.type(screen.getByLabelText(/有几件/), '5')
    await userEvent.click(screen.getByRole('button', { name: '上架' }))
    expect(await screen.findByText('请填 0.5 的倍数，比如 1.5')).toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText(/要多少分/))
    await userEvent.type(screen.getByLabelText(/要多少分/), '1.5')
    await userEvent.click(screen.getByRole('button', { name: '上架' }))
    await waitFor(() => expect(sentTo('rewards.create')[0]?.data).toMatchObject({ cost: 1.5, stock: 5 }))
  })
})

test('the certificate says how often and how long', async () => {
  signInAs()
  answerWith(base)
  render(<Certificate />)
  expect(await screen.findByText(/参加志愿服务 2 次，经确认的服务时长共 2 小时 30 分钟/)).toBeInTheDocument()
  expect(screen.getByText(/^截至 \d{4} 年 \d{1,2} 月 \d{1,2} 日/)).toBeInTheDocument()
})

test('who never served is led to the dates', async () => {
  signInAs()
  answerWith({ ...base, 'volunteers.me': ok<'volunteers.me'>(volunteering({ activities: 0, minutes: 0 })) })
  render(<Certificate />)
  expect(await screen.findByRole('button', { name: '看看有什么活动' })).toBeInTheDocument()
})

test('a leader offers a date, with times as people type them', async () => {
  signInAs([unit])
  answerWith({ 'activities.list': ok<'activities.list'>(none), 'activities.create': created(activity()) })
  render(<TeamDesk />)
  await userEvent.click(await screen.findByRole('button', { name: '发一次活动' }))
  await userEvent.type(screen.getByLabelText(/做什么/), '上门理发')
  await userEvent.type(screen.getByLabelText(/在哪里集合/), '活动室')
  const from = screen.getByLabelText(/几点开始/)
  await userEvent.clear(from)
  await userEvent.type(from, '25:00')
  await userEvent.click(screen.getByRole('button', { name: '发出' }))
  expect(await screen.findByText('请写成 09:00 这样')).toBeInTheDocument()
  await userEvent.clear(from)
  await userEvent.type(from, '9：30')
  await userEvent.click(screen.getByRole('button', { name: '发出' }))
  await waitFor(() => expect(sentTo('activities.create')[0]?.data).toMatchObject({ title: '上门理发', capacity: 10 }))
  const [sent] = sentTo('activities.create')
  expect((sent?.data as { startsAt: string }).startsAt).toMatch(/T09:30:00\+08:00$/)
})

test('a leader takes somebody in', async () => {
  signInAs([unit])
  answerWith({
    'activities.list': ok<'activities.list'>(none),
    'volunteers.list': ok<'volunteers.list'>(page(volunteer())),
    'volunteers.decide': ok<'volunteers.decide'>(volunteer({ state: 'member', allowedActions: [] })),
  })
  render(<TeamDesk />)
  await userEvent.click(await screen.findByRole('tab', { name: '队员' }))
  await userEvent.click(await screen.findByRole('button', { name: '同意王**加入' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '同意王**加入' })).not.toBeInTheDocument())
  expect(sentTo('volunteers.decide')[0]?.data).toEqual({ decision: 'accept' })
})

test.each([
  ['9:00', '09:00'],
  ['0930', '09:30'],
  ['24:00', undefined],
  ['9', undefined],
])('a time typed as %s', (typed, read) => expect(readTime(typed)).toBe(read))
