import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Membership, Whistle } from '@xinban/shared/contracts'
import { answerWith, ok, problem, sentTo, signInAs } from '../../../test/api-double'
import { order } from '../../../test/api-double'
import { openedWith } from '../../../test/taro'
import {
  departmentStaff,
  departments,
  streetStaff,
  whistle,
  whistleEvent,
  whistleParty,
} from '../../../test/whistle-double'
import WhistlePage from './detail/index'
import Whistles from './list/index'
import Departments from './departments'
import BlowWhistle from './new/index'

function show(part: Partial<Whistle>, as: Membership = departmentStaff) {
  signInAs([as])
  openedWith({ id: 'w1' })
  answerWith({
    'whistles.show': ok<'whistles.show'>(whistle(part)),
    'whistles.sign': ok<'whistles.sign'>(whistle(part)),
    'whistles.report-in': ok<'whistles.report-in'>(whistle(part)),
    'whistles.close': () => problem(412, 'version_mismatch', '内容刚刚更新过，请刷新后再操作'),
    'whistles.grade-department': ok<'whistles.grade-department'>(whistle(part)),
  })
  render(<WhistlePage />)
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('only what the server allows has a button; signing is one tap', async () => {
  show({ allowedActions: ['sign', 'refuse'] })
  await press('签收')
  expect(sentTo('whistles.sign')).toHaveLength(1)
  expect(screen.getByRole('button', { name: '退哨' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '销哨' })).not.toBeInTheDocument()
})

test('reporting in takes six digits, and where a place is marked the phone’s position', async () => {
  show({ allowedActions: ['report-in'] })
  await press('到场报到')
  expect(screen.queryByRole('button', { name: '用手机定位报到' })).not.toBeInTheDocument()
  await press('凭到场码报到')
  expect(screen.getByText('到场码是 6 位数字，请再看一下')).toBeInTheDocument()
  fireEvent.change(screen.getByLabelText(/^到场码/), { target: { value: '123456' } })
  await press('凭到场码报到')
  expect(sentTo('whistles.report-in')[0]?.data).toEqual({ placeCode: '123456' })
})

test('closing goes by the version that was seen; when it has changed, that is said and it is fetched anew', async () => {
  show({ allowedActions: ['close'], status: 'finished', version: 7 }, streetStaff)
  await press('销哨')
  const before = sentTo('whistles.show').length
  fireEvent.change(screen.getByLabelText(/^核实情况/), { target: { value: '看过了' } })
  await userEvent.click(screen.getAllByRole('button', { name: '销哨' }).at(-1) as HTMLElement)
  expect(await screen.findByText(/内容刚刚更新过/)).toBeInTheDocument()
  expect(sentTo('whistles.close')[0]?.header).toMatchObject({ 'if-match': '"7"' })
  expect(sentTo('whistles.show').length).toBeGreaterThan(before)
  expect(screen.getByLabelText(/^核实情况/)).toHaveValue('看过了')
})

test('the street grades the next department that has no stars yet, and none that was let off', async () => {
  const parties = [
    whistleParty({ stars: 5 }),
    whistleParty({ state: 'excused', department: { code: 'D9', name: '区水利局', level: 'unit' } }),
    whistleParty({ department: { code: 'D2', name: '区城管局', level: 'unit' } }),
  ]
  show({ allowedActions: ['grade-department'], status: 'closed', parties }, streetStaff)
  await press('评部门')
  expect(screen.getByText('区城管局这次办得怎么样')).toBeInTheDocument()
  await press('提交')
  expect(screen.getByText('请选几颗星')).toBeInTheDocument()
})

test('the timeline says who did what, and due times say how they came about', async () => {
  const attended = whistleEvent({ id: 'e2', action: 'report-in', note: null, metres: 110 })
  const coded = whistleEvent({ id: 'e3', action: 'report-in', note: null, isByCode: true })
  show({ events: [whistleEvent(), attended, coded], placeCode: '042137' })
  expect(await screen.findByText('东关街道 · 到场报到（离现场约 110 米）')).toBeInTheDocument()
  expect(screen.getByText('东关街道 · 到场报到（凭到场码）')).toBeInTheDocument()
  expect(screen.getByText('042137')).toBeInTheDocument()
  await press('看每个时限怎么算')
  expect(screen.getByText(/^签收时限：/)).toBeInTheDocument()
})

test('blowing names what is missing, asks who leads when there are several, and sends the rest', async () => {
  signInAs([streetStaff])
  openedWith({})
  answerWith({
    'departments.list': ok<'departments.list'>(departments),
    'whistles.blow': ok<'whistles.blow'>(whistle()),
  })
  render(<BlowWhistle />)
  await press('吹哨')
  for (const words of ['请写一句是什么事', '请写明要部门做什么', '请写明地点，部门好找', '请至少选一个部门']) {
    expect(screen.getByText(words)).toBeInTheDocument()
  }
  const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  fill(/^什么事/, '外墙瓷砖脱落')
  fill(/^要部门做什么/, '请到场查看')
  fill(/^地点/, '18 号院')
  await userEvent.click(screen.getByText('区住建局'))
  await press('吹哨')
  expect(sentTo('whistles.blow')[0]?.data).toEqual({
    ...{ kind: 'push', title: '外墙瓷砖脱落', content: '请到场查看', place: '18 号院', membershipId: 'm7' },
    departmentCodes: ['610303-D1'],
  })
})

test('about an order the form begins with its title and place, and is linked to it', async () => {
  signInAs([streetStaff])
  openedWith({ orderId: 'o1' })
  answerWith({
    'departments.list': ok<'departments.list'>(departments),
    'orders.show': ok<'orders.show'>(order({ id: 'o1', title: '管网反复塌陷', place: '东街路口' })),
    'whistles.blow': ok<'whistles.blow'>(whistle()),
  })
  render(<BlowWhistle />)
  expect(await screen.findByText(/关联单子/)).toBeInTheDocument()
  fireEvent.change(screen.getByLabelText(/^要部门做什么/), { target: { value: '请到场查看' } })
  await userEvent.click(screen.getByText('区住建局'))
  await press('吹哨')
  expect(sentTo('whistles.blow')[0]?.data).toMatchObject({ title: '管网反复塌陷', place: '东街路口', orderId: 'o1' })
})

test('the district adds a department, sees who is told, and takes one off after asking', async () => {
  signInAs([{ ...streetStaff, role: 'district_admin' }])
  const unit = { parentCode: '610303', level: 'unit', servicePhone: null, validUntil: null, isDemo: true } as const
  answerWith({
    'departments.list': ok<'departments.list'>(departments),
    'orgs.list': ok<'orgs.list'>({
      items: [{ ...unit, code: '610303-U1', name: '区供电公司', successorCode: null }],
      nextCursor: null,
    }),
    'members.list': ok<'members.list'>({ items: [], nextCursor: null }),
    'departments.add': ok<'departments.add'>(undefined),
    'departments.remove': ok<'departments.remove'>(undefined),
  })
  render(<Departments />)
  await press('加进名单')
  expect(screen.getByText('请选择一个单位')).toBeInTheDocument()
  expect(sentTo('departments.add')).toEqual([])
  await press('区住建局的联系人')
  expect(await screen.findByText(/还没有联系人/)).toBeInTheDocument()
  await press('把区住建局移出名单')
  expect(sentTo('departments.remove')).toEqual([])
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '移出名单' }))
  expect(sentTo('departments.remove')).toHaveLength(1)
})

test('a community is told that the street blows', () => {
  signInAs([{ ...streetStaff, role: 'community_staff' }])
  render(<BlowWhistle />)
  expect(screen.getByText('吹哨由街道（镇）来做')).toBeInTheDocument()
})

test('the district begins with refusals that wait', async () => {
  signInAs([{ ...streetStaff, role: 'district_admin' }])
  answerWith({ 'whistles.list': ok<'whistles.list'>({ items: [], nextCursor: null }) })
  render(<Whistles />)
  expect(await screen.findByText('没有待审的退哨')).toBeInTheDocument()
  expect(sentTo('whistles.list')[0]?.url).toContain('view=refusals')
})
