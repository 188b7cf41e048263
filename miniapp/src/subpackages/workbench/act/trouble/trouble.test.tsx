import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Order } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { answerWith, ok, order, placing, problem, sentTo, signInAs, staff } from '../../../../../test/api-double'
import { openedWith } from '../../../../../test/taro'
import Act from '../index'

type Answers = Parameters<typeof answerWith>[0]

function open(action: OrderAction, part: Partial<Order> = {}, answers: Answers = {}) {
  signInAs([staff])
  openedWith({ id: 'o1', action })
  answerWith({
    'orders.show': ok<'orders.show'>(order({ status: 'in_progress', allowedActions: [action], ...part })),
    [`orders.${action}`]: ok<'orders.show'>(order({ version: 4 })),
    ...answers,
  })
  render(<Act />)
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const write = async (name: RegExp, words: string) => userEvent.type(await screen.findByRole('textbox', { name }), words)
const goesBack = () => waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
const rating = { stars: 2 as const, reasons: [], comment: '又堵了', isTelephone: false, at: placing.at }

test('a callback says whether anybody answered and what they said, beside the rating it is about', async () => {
  open('callback', { status: 'rated', rating })
  expect(await screen.findByText('“又堵了”')).toBeInTheDocument()
  await press('记下回访')
  expect(screen.getByText('请选择打通了没有')).toBeInTheDocument()
  expect(screen.getByText(/请写明回访的情况/)).toBeInTheDocument()
  await choose(/没打通/)
  await write(/^回访情况/, '打了两次')
  await press('记下回访')
  await goesBack()
  expect(sentTo('orders.callback')[0]?.data).toEqual({ isReached: false, note: '打了两次' })
})

test('a rectification says what was done, beside what the street was told on the telephone', async () => {
  const called = { ...placing, id: 'e4', action: 'callback' as const, isReached: true, note: '门还是关不上' }
  open('rectify', { status: 'rated', rating, events: [called] })
  expect(await screen.findByText('街道回访：门还是关不上')).toBeInTheDocument()
  await write(/^怎么整改的/, '换了新闭门器')
  await press('整改完成')
  await goesBack()
  expect(sentTo('orders.rectify')[0]?.data).toEqual({ note: '换了新闭门器' })
})

test('who grades sees the second rating beside the first', async () => {
  const followUpRating = { ...rating, stars: 4 as const, comment: null }
  open('grade', { status: 'rated', rating, followUpRating })
  expect(await screen.findByText('居民评价：2 星，不满意；整改后追评：4 星，满意')).toBeInTheDocument()
})

test('an extension is counted by two buttons between 1 and 15, and sent with its reason', async () => {
  open('request-extension')
  const less = await screen.findByRole('button', { name: '少一天' })
  await userEvent.click(less)
  await userEvent.click(less)
  expect(less).toBeDisabled()
  for (let day = 1; day < 15; day++) await press('多一天')
  expect(screen.getByRole('button', { name: '多一天' })).toBeDisabled()
  expect(screen.getByText('15 个工作日')).toBeInTheDocument()
  await press('提交街道审')
  expect(screen.getByText(/请写明为什么要延期/)).toBeInTheDocument()
  await write(/^为什么要延期/, '缺货')
  await press('提交街道审')
  await goesBack()
  expect(sentTo('orders.request-extension')[0]?.data).toEqual({ days: 15, note: '缺货' })
})

test('whoever decides on an extension sees what was asked; words are theirs to add', async () => {
  open('resolve-extension', { extension: { days: 5, note: '缺货', decision: null } })
  expect(await screen.findByText(/东关社区申请延期 5 个工作日/)).toBeInTheDocument()
  expect(screen.getByText('理由：缺货')).toBeInTheDocument()
  await press('确定')
  expect(screen.getByText('请选择一种决定')).toBeInTheDocument()
  await choose(/^同意延期/)
  await press('确定')
  await goesBack()
  expect(sentTo('orders.resolve-extension')[0]?.data).toEqual({ decision: 'grant' })
})

test('a dispute is decided on beside what the resident says, with a reason', async () => {
  const dispute = { ...placing, id: 'e2', action: 'dispute' as const, note: '只清走一半' }
  open('resolve-dispute', { status: 'fulfilled', isDisputed: true, events: [placing, dispute] })
  expect(await screen.findByText('居民说：只清走一半')).toBeInTheDocument()
  await choose(/^异议成立/)
  await press('确定')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  await write(/^说明/, '现场看过，确有一堆')
  await press('确定')
  await goesBack()
  expect(sentTo('orders.resolve-dispute')[0]?.data).toEqual({ decision: 'uphold', note: '现场看过，确有一堆' })
})

test('the district assigns to a community, its present one unless it says another', async () => {
  const street = { id: 's', code: '610303001', name: '中山东路街道', level: 'street' as const }
  open(
    'resolve-escalation',
    { status: 'rework', isEscalated: true },
    { 'orgs.list': () => ({ statusCode: 200, data: { items: [street], nextCursor: null } }) },
  )
  await choose(/^指定社区办理/)
  await write(/^说明/, '由你们牵头')
  await press('确定')
  await goesBack()
  expect(sentTo('orders.resolve-escalation')[0]?.data).toEqual({
    decision: 'assign',
    toCode: '610303001002',
    note: '由你们牵头',
  })
})

test('while its community asks to be rid of it, going on is no choice', async () => {
  open('resolve-escalation', { status: 'declining', isEscalated: true })
  expect(await screen.findByRole('radio', { name: /^指定社区办理/ })).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: /^继续办理/ })).not.toBeInTheDocument()
})

test.each([
  [409, 'lost_race'],
  [412, 'version_mismatch'],
])('somebody was faster (%i): the order is asked for again, and what was typed stays', async (status, code) => {
  open('callback', { status: 'rated' }, { 'orders.callback': () => problem(status, code, '别人先动过') })
  await choose(/^打通了/)
  await write(/^回访情况/, '希望换新的')
  await press('记下回访')
  expect(await screen.findByText('别人先动过')).toHaveAttribute('role', 'alert')
  await waitFor(() => expect(sentTo('orders.show')).toHaveLength(2))
  expect(screen.getByRole('textbox', { name: /^回访情况/ })).toHaveValue('希望换新的')
})

test('a server that fails keeps what was typed and is not asked for the order again', async () => {
  open('request-extension', {}, { 'orders.request-extension': () => problem(503, 'unavailable', '没有回应') })
  await write(/^为什么要延期/, '缺货')
  await press('提交街道审')
  expect(await screen.findByText('没有回应')).toHaveAttribute('role', 'alert')
  expect(screen.getByRole('textbox', { name: /^为什么要延期/ })).toHaveValue('缺货')
  expect(sentTo('orders.show')).toHaveLength(1)
})

test('what the server says of a field stands beside it', async () => {
  const wrong = problem(422, 'invalid', '填写有误', [{ path: 'days', code: 'too_big', message: '最多 10 个工作日' }])
  open('request-extension', {}, { 'orders.request-extension': () => wrong })
  await write(/^为什么要延期/, '缺货')
  await press('提交街道审')
  expect(await screen.findByText('最多 10 个工作日')).toBeInTheDocument()
})
