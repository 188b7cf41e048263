import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { OrderSummary, ServiceItemSummary } from '@xinban/shared/contracts'
import { answerWith, ok, order, problem, sentTo, signInAs, summary } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import NewOrder from './index'

// Half a second of rest before each question, on machines that may be busy.
jest.setTimeout(20_000)
const patience = { timeout: 8000 }
const field = (label: RegExp) => screen.getByRole('textbox', { name: label })
const neighbour = summary({ id: 'o9', title: '三楼灯坏了', isPublic: true, secondCount: 2, allowedActions: ['second'] })
const repair: ServiceItemSummary = {
  ...{ id: 'i1', name: '水电小修', kind: 'service', category: '维修', summary: '', offeredBy: [], isDemo: true },
}
const similar = (...found: (OrderSummary & { isMine?: boolean })[]) =>
  ok<'orders.similar'>({
    items: found.map(({ isMine = false, ...one }) => ({ order: one, score: 0.5, isMine })),
  })

async function open(handlers: Parameters<typeof answerWith>[0] = {}) {
  answerWith({
    'site.show': ok<'site.show'>({ isDemo: true, district: null, demoAccounts: [], signInProviders: ['demo'] }),
    'orgs.list': ok<'orgs.list'>({ items: [], nextCursor: null }),
    'orders.similar': similar(neighbour),
    'service-items.suggest': ok<'service-items.suggest'>({ items: [repair] }),
    'service-items.show': () => problem(404, 'not_found', '没有'),
    ...handlers,
  })
  const opened = render(<NewOrder />)
  await waitFor(() => expect(sentTo('orgs.list').length).toBeGreaterThan(0))
  return opened
}
const write = (title: string) => userEvent.type(field(/^什么事/), title)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  signInAs()
  openedWith({ kind: 'issue' })
})

test('what a neighbour said is found while one types, with how many need it, and opens', async () => {
  await open()
  await write('楼道灯不亮')
  expect(await screen.findByText('可能已经有人反映过', {}, patience)).toBeInTheDocument()
  expect(screen.getByText('东关社区 · 2 人附议')).toBeInTheDocument()
  expect(screen.getByText('待接单')).toBeInTheDocument()
  const said = screen.getAllByRole('status').map((element) => element.textContent)
  expect(said.join()).toContain('找到相似的事 1 件')
  const asked = new URL(sentTo('orders.similar')[0]?.url ?? '').searchParams
  expect(Object.fromEntries(asked)).toMatchObject({ communityCode: '610303001002', title: '楼道灯不亮' })
  await userEvent.click(screen.getByRole('link', { name: /三楼灯坏了/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o9&as=public' })
  expect(field(/^什么事/)).toHaveValue('楼道灯不亮')
})

test('three characters ask nothing, and at most three orders are shown', async () => {
  const many = ['a', 'b', 'c', 'd'].map((id) => summary({ ...neighbour, id, title: `灯坏了 ${id}` }))
  await open({ 'orders.similar': similar(...many) })
  await write('灯不亮')
  expect(await screen.findByText('你是不是要办：', {}, patience)).toBeInTheDocument()
  expect(sentTo('orders.similar')).toHaveLength(0)
  await write('了')
  await screen.findByText('灯坏了 c', {}, patience)
  expect(screen.queryByText('灯坏了 d')).not.toBeInTheDocument()
})

test('seconding asks first, says so, and clears the draft only when told to', async () => {
  await open({ 'orders.second': ok<'orders.second'>(order({ ...neighbour, secondCount: 3, allowedActions: [] })) })
  await write('楼道灯不亮')
  await userEvent.click(await screen.findByRole('button', { name: '我也需要，附议：三楼灯坏了' }, patience))
  const dialog = within(screen.getByRole('dialog', { name: '要附议这件事吗？' }))
  expect(sentTo('orders.second')).toHaveLength(0)
  await userEvent.click(dialog.getByRole('button', { name: '附议' }))
  expect(await screen.findByText('已附议“三楼灯坏了”')).toBeInTheDocument()
  expect(field(/^什么事/)).toHaveValue('楼道灯不亮')
  await press('不用了，清空我写的')
  expect(Taro.redirectTo).not.toHaveBeenCalled()
  const question = within(screen.getByRole('dialog', { name: '要清空写好的内容吗？' }))
  await userEvent.click(question.getByRole('button', { name: '清空' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o9&as=public' })
  expect(Taro.getStorageSync('xinban.draft')).toBe('')
})

test('whoever has something else to say goes on with the draft', async () => {
  const seconded = { ...neighbour, secondCount: 3, allowedActions: [] }
  await open({ 'orders.second': ok<'orders.second'>(order(seconded)) })
  await write('楼道灯不亮')
  await userEvent.click(await screen.findByRole('button', { name: /^我也需要/ }, patience))
  answerWith({ 'orders.second': ok<'orders.second'>(order(seconded)), 'orders.similar': similar(seconded) })
  await userEvent.click(screen.getByRole('button', { name: '附议' }))
  await userEvent.click(await screen.findByRole('button', { name: '还要提交，接着写' }))
  expect(await screen.findByText('东关社区 · 3 人附议，你也附议了')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^我也需要/ })).not.toBeInTheDocument()
  expect(field(/^什么事/)).toHaveValue('楼道灯不亮')
})

test('a second that came too late says why', async () => {
  await open({ 'orders.second': () => problem(409, 'wrong_state', '这件事已经办完，不用再附议') })
  await write('楼道灯不亮')
  await userEvent.click(await screen.findByRole('button', { name: /^我也需要/ }, patience))
  await userEvent.click(screen.getByRole('button', { name: '附议' }))
  expect(await screen.findByText('这件事已经办完，不用再附议')).toHaveAttribute('role', 'alert')
})

test('one’s own order says so and leads to it', async () => {
  await open({ 'orders.similar': similar({ ...summary({ allowedActions: ['withdraw'] }), isMine: true }) })
  await write('楼道灯不亮')
  expect(await screen.findByText('东关社区 · 你自己提过', {}, patience)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /附议/ })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('link', { name: /你自己提过/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o1' })
})

test('a service taken from the hints keeps what was typed, is kept itself, and can be undone', async () => {
  const { unmount } = await open({ 'orders.similar': similar() })
  await userEvent.click(screen.getByRole('radio', { name: '建议' }))
  await write('水龙头坏了')
  await userEvent.click(await screen.findByRole('button', { name: '水电小修' }, patience))
  expect(field(/^什么事/)).toHaveValue('水龙头坏了')
  expect(screen.queryByRole('radio', { name: '诉求' })).not.toBeInTheDocument()
  unmount()
  await open({ 'orders.similar': similar() })
  expect(field(/^什么事/)).toHaveValue('水龙头坏了')
  await userEvent.click(screen.getByRole('link', { name: /看说明/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/guide/index?id=i1' })
  await press('换成自己的话')
  expect(screen.getByRole('radio', { name: '建议' })).toBeInTheDocument()
  expect(JSON.parse(String(Taro.getStorageSync('xinban.draft')))).toMatchObject({
    draft: { kind: 'suggestion', serviceItemId: '', title: '水龙头坏了' },
  })
})

test('words from the search are the title, but never over what was left unfinished', async () => {
  openedWith({ kind: 'issue', title: encodeURIComponent('换锁') })
  const { unmount } = await open()
  expect(field(/^什么事/)).toHaveValue('换锁')
  await write('芯')
  unmount()
  openedWith({ kind: 'issue', title: '开证明' })
  await open()
  expect(field(/^什么事/)).toHaveValue('换锁芯')
  await press('标题改成“开证明”')
  expect(field(/^什么事/)).toHaveValue('开证明')
})
