import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Order } from '@xinban/shared/contracts'
import { answerWith, ok, order, placing, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const into = { id: 'o2', no: '261122000002', status: 'in_progress' as const }
const merged = (part: Partial<Order> = {}) => order({ status: 'merged', mergedInto: into, events: [placing], ...part })
const button = (name: string) => screen.findByRole('button', { name })

function open(shown: Order, handlers: Parameters<typeof answerWith>[0] = {}, as = 'staff') {
  signInAs([staff])
  openedWith({ id: 'o1', as })
  answerWith({ 'orders.show': ok<'orders.show'>(shown), ...handlers })
  render(<OrderDetail />)
}

test('approving shows the title and what else becomes public before anything is sent', async () => {
  const approved = order({ isPublic: true, visibility: 'public', version: 4, events: [placing] })
  open(order({ visibility: 'public', allowedActions: ['approve'] }), {
    'orders.approve': ok<'orders.approve'>(approved),
  })
  await userEvent.click(await button('同意公开'))
  const dialog = within(screen.getByRole('dialog', { name: '要公开这个单吗？' }))
  expect(dialog.getByText('楼道灯不亮')).toBeInTheDocument()
  expect(dialog.getByText('诉求 · 东关社区')).toBeInTheDocument()
  expect(dialog.getByText('待接单')).toBeInTheDocument()
  expect(dialog.getByText(/不公开：/)).toBeInTheDocument()
  expect(sentTo('orders.approve')).toHaveLength(0)
  await userEvent.click(dialog.getByRole('button', { name: '同意公开' }))
  expect(await screen.findByText('标题和社区已公开，还没有人附议')).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(sentTo('orders.approve')[0]?.header['if-match']).toBe('"3"')
})

test('what is there for the odd case is not drawn as the thing to do', async () => {
  open(order({ allowedActions: ['merge'] }))
  expect((await button('并单')).className).not.toContain('primary')
})

test('a merge is undone after a question, with a word on why', async () => {
  const back = order({ status: 'submitted', version: 5 })
  open(merged({ allowedActions: ['unmerge'] }), { 'orders.unmerge': ok<'orders.unmerge'>(back) })
  await userEvent.click(await button('撤销并单'))
  const dialog = within(screen.getByRole('dialog', { name: '要撤销并单吗？' }))
  await userEvent.type(dialog.getByRole('textbox'), '不是同一盏灯')
  await userEvent.click(dialog.getByRole('button', { name: '撤销并单' }))
  expect(await screen.findByText('等社区接单')).toBeInTheDocument()
  expect(sentTo('orders.unmerge')[0]?.data).toEqual({ note: '不是同一盏灯' })
})

test('the owner of a merged order reads where it went and how that one stands, and is led nowhere', async () => {
  open(merged(), {}, 'owner')
  expect(await screen.findByText('已并入 261122000002，跟着那一单一起办')).toBeInTheDocument()
  expect(screen.getByText('那一单现在：办理中')).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: /261122000002/ })).not.toBeInTheDocument()
})

test('staff go from a merged order to the one that goes on', async () => {
  open(merged())
  await userEvent.click(await screen.findByRole('link', { name: /看 261122000002/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o2&as=staff' })
})

test('seconding is not offered among the work', async () => {
  open(order({ isPublic: true, allowedActions: ['second', 'dispatch'], events: [placing] }))
  expect(await button('派单')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '更多' })).not.toBeInTheDocument()
})

test('the street writes down a telephone rating in words of its own', async () => {
  open(order({ status: 'fulfilled', isOnBehalf: true, allowedActions: ['rate'] }))
  await userEvent.click(await button('记电话回访'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/rate/index?id=o1&as=staff' })
})

test('a rating taken on the telephone is marked as one', async () => {
  const rating = { stars: 4 as const, reasons: [], comment: null, isTelephone: true, at: '2026-11-22T10:00:00+08:00' }
  open(order({ status: 'rated', rating }))
  expect(await screen.findByText(/^电话回访/)).toBeInTheDocument()
})

describe('a complex order', () => {
  const submitted = (part: Partial<Order> = {}) => order({ allowedActions: ['accept'], complexDays: 20, ...part })
  const box = () => screen.findByRole('checkbox', { name: /情况复杂，需要 20 个工作日/ })
  const reason = () => screen.getByRole('textbox', { name: /^复杂在哪里/ })

  test('is accepted with the reason, and not without', async () => {
    const complexity = { days: 20, reason: '要换整栋楼的线路' }
    const accepted = order({ status: 'accepted', version: 4, complexity, events: [placing] })
    open(submitted(), { 'orders.accept': ok<'orders.accept'>(accepted) })
    await userEvent.click(await box())
    await userEvent.click(await button('接单'))
    expect(await screen.findByText('请写明复杂在哪里，居民能看到')).toBeInTheDocument()
    expect(sentTo('orders.accept')).toHaveLength(0)
    await userEvent.type(reason(), '要换整栋楼的线路')
    await userEvent.click(await button('接单'))
    expect(await screen.findByText('情况复杂，社区需要 20 个工作日：要换整栋楼的线路')).toBeInTheDocument()
    expect(sentTo('orders.accept')[0]?.data).toEqual({ complex: true, complexReason: '要换整栋楼的线路' })
    expect(sentTo('orders.accept')[0]?.header['if-match']).toBe('"3"')
  })

  test('an ordinary one takes one tap, also when the box was ticked and cleared again', async () => {
    open(submitted(), { 'orders.accept': ok<'orders.accept'>(order({ status: 'accepted', version: 4 })) })
    await userEvent.click(await box())
    await userEvent.click(await box())
    expect(screen.queryByRole('textbox', { name: /^复杂在哪里/ })).not.toBeInTheDocument()
    await userEvent.click(await button('接单'))
    expect(sentTo('orders.accept')[0]?.data).toEqual({})
  })

  test('is not offered where the server says that it cannot be', async () => {
    open(submitted({ complexDays: null }))
    expect(await button('接单')).toBeInTheDocument()
    expect(screen.queryByRole('checkbox', { name: /情况复杂/ })).not.toBeInTheDocument()
  })

  test('a refusal says why and keeps what was written', async () => {
    const detail = '这个单已经超期，不能再按复杂单办理。请直接接单，尽快办结'
    const errors = [{ path: 'complex', code: 'late', message: detail }]
    open(submitted(), { 'orders.accept': () => problem(422, 'invalid', detail, errors) })
    await userEvent.click(await box())
    await userEvent.type(reason(), '要换线路')
    await userEvent.click(await button('接单'))
    expect(await screen.findByText(detail)).toBeInTheDocument()
    expect(reason()).toHaveValue('要换线路')
  })

  test('its owner reads how long and why, in the timeline too', async () => {
    const told = { ...placing, id: 'e2', action: 'accept' as const, isComplex: true, days: 20, note: '要换线路' }
    const complexity = { days: 20, reason: '要换线路' }
    open(order({ status: 'accepted', complexity, events: [placing, told] }), {}, 'owner')
    expect(await screen.findByText('情况复杂，社区需要 20 个工作日：要换线路')).toBeInTheDocument()
    expect(screen.getByText(/接单，情况复杂，需要 20 个工作日/)).toBeInTheDocument()
  })
})

test('a default review stands where a rating would, without stars', async () => {
  const defaultReview = { stars: 5 as const, at: '2026-11-20T09:00:00+08:00', isNoted: true }
  open(order({ status: 'fulfilled', isOwn: true, allowedActions: ['rate'], defaultReview }), {}, 'owner')
  expect(await screen.findByText(/记了默认评价 5 星“非常满意”，单独计数，不算满意率。你现在评/)).toBeInTheDocument()
  expect(screen.queryByText(/^★/)).not.toBeInTheDocument()
})
