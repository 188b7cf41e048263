import { render, screen, waitFor, type RenderResult } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { privacyNoticeVersion } from '@xinban/shared/domain'
import { answerWith, ok, order, problem, sentTo, signInAs } from '../../../../test/api-double'
import { published } from '../../../../test/catalogue-double'
import { answerUploads, choose, kept } from '../../../../test/photos'
import { openedWith } from '../../../../test/taro'
import { session } from '@/platform/session'
import { toBody, emptyDraft } from './draft'
import NewOrder from './index'

const phoneWrong = [{ path: 'contact.phone', code: 'invalid_format', message: '电话号码不对，请填 11 位手机号' }]
const field = (label: RegExp) => screen.getByRole('textbox', { name: label })
const site = ok<'site.show'>({ isDemo: true, district: null, demoAccounts: [], signInProviders: ['demo'] })
const noOrgs = ok<'orgs.list'>({ items: [], nextCursor: null })

/** Waits for the lists of streets and communities as well. */
async function open(): Promise<RenderResult> {
  const opened = render(<NewOrder />)
  await waitFor(() => expect(sentTo('orgs.list').length).toBeGreaterThan(0))
  return opened
}

async function fillIn() {
  await userEvent.type(field(/^什么事/), '楼道灯不亮')
  await userEvent.type(field(/^说说情况/), '晚上看不见路')
  await userEvent.type(field(/^联系电话/), '12345')
}
const submit = () => userEvent.click(screen.getByRole('button', { name: '提交' }))

beforeEach(() => {
  signInAs()
  openedWith({ kind: 'issue' })
})

describe('with a service from the guide', () => {
  beforeEach(() => {
    openedWith({ kind: 'service', item: 'i1' })
    answerWith({ 'site.show': site, 'orgs.list': noOrgs, 'service-items.show': ok<'service-items.show'>(published()) })
  })

  test('its name is the title to begin with, and whoever clears it is left alone', async () => {
    await open()
    await waitFor(() => expect(field(/^什么事/)).toHaveValue('高龄津贴'))
    await userEvent.clear(field(/^什么事/))
    await userEvent.type(field(/^说说情况/), '我妈妈满八十了')
    expect(field(/^什么事/)).toHaveValue('')
    await userEvent.type(field(/^什么事/), '替妈妈问津贴')
    expect(field(/^什么事/)).toHaveValue('替妈妈问津贴')
  })

  test('words that stand there already stay', async () => {
    openedWith({ kind: 'service', item: 'i1', title: '八十岁有什么补贴' })
    await open()
    expect(await screen.findByText('点的服务：高龄津贴')).toBeInTheDocument()
    expect(field(/^什么事/)).toHaveValue('八十岁有什么补贴')
  })
})

test('an empty form is not sent, and says beside each field what is missing', async () => {
  answerWith({ 'site.show': site, 'orgs.list': noOrgs })
  await open()
  await submit()
  expect(screen.getByText('请用一句话写明是什么事')).toHaveAttribute('role', 'alert')
  expect(screen.getByText('请把情况写清楚一些')).toBeInTheDocument()
  expect(sentTo('orders.place')).toHaveLength(0)
})

test('a refusal keeps what was typed and shows its message beside the field', async () => {
  answerWith({
    'site.show': site,
    'orgs.list': noOrgs,
    'orders.place': () => problem(422, 'invalid', '有一项填得不对', phoneWrong),
  })
  await open()
  await fillIn()
  await submit()
  expect(await screen.findByText('电话号码不对，请填 11 位手机号')).toHaveAttribute('role', 'alert')
  expect(field(/^什么事/)).toHaveValue('楼道灯不亮')
  expect(field(/^说说情况/)).toHaveValue('晚上看不见路')
  expect(field(/^联系电话/)).toHaveValue('12345')
})

test('a retry after a lost answer carries the same key; the number and by when it is done are shown in the end', async () => {
  const placed = order({ promisedAt: '2099-01-05T09:00:00.000Z' })
  let isLost = true
  answerWith({
    'site.show': site,
    'orgs.list': noOrgs,
    'orders.place': () => (isLost ? new Error('request:fail timeout') : { statusCode: 201, data: placed }),
  })
  await open()
  await fillIn()
  await submit()
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeInTheDocument()
  isLost = false
  await submit()
  expect(await screen.findByText('单号 261122000001')).toBeInTheDocument()
  expect(screen.getByText(/前办好$/)).toBeInTheDocument()
  const keys = sentTo('orders.place').map(({ header }) => header['idempotency-key'])
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

test('a photo goes with the order; one that the server lost is named beside the photos', async () => {
  answerUploads(() => kept('f1'))
  const lost = [{ path: 'attachments.0', code: 'unusable', message: '第 1 张图片（f1）已失效' }]
  answerWith({
    'site.show': site,
    'orgs.list': noOrgs,
    'orders.place': () => problem(422, 'invalid', '有一项填得不对', lost),
  })
  await open()
  await userEvent.click(field(/^什么事/))
  await userEvent.paste('楼道灯不亮')
  await userEvent.click(field(/^说说情况/))
  await userEvent.paste('晚上看不见路')
  await choose('添加照片', {})
  await screen.findByText('已有 1 张，最多 9 张')
  await submit()
  expect(await screen.findByText('照片 1 没有传上：服务器上没有这张照片了，请重试')).toBeInTheDocument()
  expect(sentTo('orders.place')[0]?.data).toMatchObject({ title: '楼道灯不亮', attachments: ['f1'] })
  expect(field(/^什么事/)).toHaveValue('楼道灯不亮')
})

test('what was left unfinished is there again, but not for another person', async () => {
  answerWith({ 'site.show': site, 'orgs.list': noOrgs })
  const { unmount } = await open()
  await userEvent.type(field(/^什么事/), '路灯坏了')
  unmount()
  const { unmount: leave } = await open()
  expect(field(/^什么事/)).toHaveValue('路灯坏了')
  leave()
  const other = session.get()
  if (!other) throw new Error('not signed in')
  session.refresh({ person: { ...other.person, id: 'p2' }, memberships: [] })
  await open()
  expect(field(/^什么事/)).toHaveValue('')
})

test('ordering for someone else needs their name, the relation and their consent', async () => {
  answerWith({ 'site.show': site, 'orgs.list': noOrgs })
  await open()
  await fillIn()
  await userEvent.click(screen.getByRole('checkbox', { name: /替别人点单/ }))
  await submit()
  expect(screen.getByText('请填写对方的姓名')).toBeInTheDocument()
  expect(screen.getByText('请先征得对方同意，再替对方点单')).toBeInTheDocument()
  await waitFor(() => expect(sentTo('orders.place')).toHaveLength(0))
})

test('the contact of last time stands there the next time, and signing out forgets it', async () => {
  answerWith({
    'site.show': site,
    'orgs.list': noOrgs,
    'orders.place': () => ({ statusCode: 201, data: order() }),
    'sessions.end': () => ({ statusCode: 204, data: '' }),
  })
  const { unmount } = await open()
  await fillIn()
  await submit()
  await screen.findByText('单号 261122000001')
  unmount()
  const { unmount: leave } = await open()
  expect(field(/^联系电话/)).toHaveValue('12345')
  expect(field(/^什么事/)).toHaveValue('')
  leave()
  session.end()
  signInAs()
  await open()
  expect(field(/^联系电话/)).toHaveValue('')
})

test('whom one ordered for is remembered on this device, filled in by one tap, and forgotten on wish', async () => {
  answerWith({
    'site.show': site,
    'orgs.list': noOrgs,
    'orders.place': () => ({ statusCode: 201, data: order() }),
  })
  const { unmount } = await open()
  await fillIn()
  await userEvent.click(screen.getByRole('checkbox', { name: /替别人点单/ }))
  await userEvent.type(field(/^对方的姓名/), '赵玉珍')
  await userEvent.type(field(/^对方的电话/), '13800008000')
  await userEvent.type(field(/^你和对方的关系/), '女儿')
  await userEvent.click(screen.getByRole('checkbox', { name: /对方同意/ }))
  await submit()
  await screen.findByText('单号 261122000001')
  unmount()
  const { unmount: leave } = await open()
  await userEvent.click(screen.getByRole('checkbox', { name: /替别人点单/ }))
  await userEvent.click(screen.getByRole('button', { name: '赵玉珍（女儿）' }))
  expect(field(/^对方的姓名/)).toHaveValue('赵玉珍')
  expect(field(/^对方的电话/)).toHaveValue('13800008000')
  // What they agreed to was the other order.
  expect(screen.getByRole('checkbox', { name: /对方同意/ })).not.toBeChecked()
  await userEvent.click(screen.getByRole('button', { name: '不再记住赵玉珍' }))
  expect(screen.queryByRole('button', { name: '赵玉珍（女儿）' })).toBeNull()
  leave()
  await open()
  expect(screen.queryByRole('heading', { name: '替谁点过' })).toBeNull()
})

test('only what was filled in is sent, and a consultation is never public', () => {
  const draft = { ...emptyDraft, kind: 'consultation' as const, title: '问个事', visibility: 'public' as const }
  expect(toBody({ ...draft, content: '怎么办', communityCode: '610303001002' })).toEqual({
    kind: 'consultation',
    title: '问个事',
    content: '怎么办',
    communityCode: '610303001002',
    urgency: 'normal',
    visibility: 'private',
  })
})

test('where the server wants an agreement first, the notice opens; a refusal keeps what was typed, an agreement sends', async () => {
  const noticeVersion = privacyNoticeVersion
  const given = {
    kind: 'personal_data' as const,
    noticeVersion,
    source: 'self' as const,
    at: '2026-11-22T09:00:00+08:00',
  }
  let hasAgreed = false
  answerWith({
    'site.show': site,
    'orgs.list': noOrgs,
    'consents.give': () => {
      hasAgreed = true
      return { statusCode: 201, data: { noticeVersion, items: [{ ...given, withdrawnAt: null }] } }
    },
    'orders.place': () =>
      hasAgreed ? { statusCode: 201, data: order() } : problem(403, 'consent_needed', '点单前，请先看过隐私说明并同意'),
  })
  await open()
  await fillIn()
  await submit()
  await userEvent.click(await screen.findByRole('button', { name: '先不同意' }))
  expect(field(/^什么事/)).toHaveValue('楼道灯不亮')
  expect(sentTo('consents.give')).toHaveLength(0)
  await submit()
  await userEvent.click(await screen.findByRole('button', { name: '同意并提交' }))
  expect(await screen.findByText('单号 261122000001')).toBeInTheDocument()
  expect(sentTo('consents.give').map(({ data }) => data)).toEqual([{ kind: 'personal_data', noticeVersion }])
  const sent = sentTo('orders.place').map(({ data }) => data)
  expect(sent).toEqual([sent[0], sent[0], sent[0]])
})
