import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, order, problem, sentTo, signInAs, staff, summary } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import Act from './index'

const itself = summary({ id: 'o1' })
const other = summary({ id: 'o2', no: '261122000002', title: '三楼没有灯', status: 'in_progress', place: '3 号楼三层' })
const list = ok<'orders.list'>({ items: [itself, other], nextCursor: null })
const shown = ok<'orders.show'>(order({ allowedActions: ['merge'] }))

function open(handlers: Parameters<typeof answerWith>[0] = {}, into?: string) {
  signInAs([staff])
  openedWith({ id: 'o1', action: 'merge', ...(into !== undefined && { into }) })
  answerWith({
    'orders.show': shown,
    'orders.list': list,
    'orders.merge': ok<'orders.merge'>(order({ status: 'merged', version: 4 })),
    ...handlers,
  })
  render(<Act />)
}
const choose = async () => userEvent.click(await screen.findByRole('radio', { name: /三楼没有灯/ }))
const merge = () => userEvent.click(screen.getByRole('button', { name: '并单' }))
const confirm = () =>
  userEvent.click(within(screen.getByRole('dialog', { name: '要并单吗？' })).getByRole('button', { name: '确定并单' }))

test('orders that can go on are offered with their state, but not the order itself', async () => {
  open()
  expect(await screen.findByText('办理中 · 3 号楼三层 · 261122000002')).toBeInTheDocument()
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  const asked = new URL(sentTo('orders.list')[0]?.url ?? '').searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    view: 'queue',
    membershipId: 'm1',
    status: 'submitted,accepted,declining,listed,in_progress,rework',
  })
})

const alike = summary({ id: 'o3', no: '261122000003', title: '二楼也没有灯', communityCode: '610303001003' })
const similar = ok<'orders.similar'>({
  items: [
    { order: alike, score: 0.6, isMine: false },
    { order: other, score: 0.4, isMine: false },
    { order: summary({ id: 'o4', title: '早修好了', status: 'fulfilled' }), score: 0.4, isMine: false },
  ],
})

test('the similar ones come first, once, and only those that can go on', async () => {
  open({ 'orders.similar': similar })
  expect(await screen.findByText(/^相似 · 待接单 · 3 号楼 · 东关社区/)).toBeInTheDocument()
  expect(screen.getAllByRole('radio')).toHaveLength(2)
  expect(screen.getByText(/二楼也没有灯/).compareDocumentPosition(screen.getByText(/三楼没有灯/))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  )
})

test('the one that was proposed is chosen already', async () => {
  open({ 'orders.similar': similar }, 'o3')
  await screen.findByRole('radio', { name: /二楼也没有灯/ })
  await merge()
  await confirm()
  await waitFor(() => expect(sentTo('orders.merge')[0]?.data).toEqual({ intoId: 'o3' }))
})

test('a search narrows them by number or title', async () => {
  open()
  await userEvent.type(await screen.findByLabelText('找单'), '三楼')
  await userEvent.click(screen.getByRole('button', { name: '查找' }))
  await waitFor(() => expect(sentTo('orders.list').at(-1)?.url).toContain(`q=${encodeURIComponent('三楼')}`))
})

test('nothing is merged before one is chosen and what happens is agreed to', async () => {
  open()
  await screen.findByRole('radio', { name: /三楼没有灯/ })
  await merge()
  expect(screen.getByText('请选择要并到的单')).toHaveAttribute('role', 'alert')
  await choose()
  await userEvent.type(screen.getByRole('textbox', { name: /^说明/ }), '同一盏灯')
  await merge()
  expect(screen.getByText(/点单和附议的人跟着那一单看进度/)).toBeInTheDocument()
  expect(sentTo('orders.merge')).toHaveLength(0)
  await confirm()
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('orders.merge')[0]).toMatchObject({
    data: { intoId: 'o2', note: '同一盏灯' },
    header: { 'if-match': '"3"' },
  })
})

test('a refusal stands beside the choice, with the question out of the way', async () => {
  const errors = [{ path: 'intoId', code: 'has_merged', message: '已有别的单并入这张单' }]
  open({ 'orders.merge': () => problem(422, 'invalid', '有一项填得不对', errors) })
  await choose()
  await merge()
  await confirm()
  expect(await screen.findByText('已有别的单并入这张单')).toHaveAttribute('role', 'alert')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('where nothing can take it over, it says so and offers no merge', async () => {
  open({ 'orders.list': ok<'orders.list'>({ items: [itself], nextCursor: null }) })
  expect(await screen.findByText('没有可以并入的单')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '并单' })).toBeDisabled()
})
