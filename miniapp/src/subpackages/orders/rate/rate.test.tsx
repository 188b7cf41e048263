import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Order } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { answerWith, ok, order, problem, sentTo, signInAs } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import RatePage from './index'

const lock = { id: 'i1', name: '换锁芯', version: 1 }

function open(query: Record<string, string>, allowedActions: OrderAction[] = ['rate'], part: Partial<Order> = {}) {
  signInAs()
  openedWith({ id: 'o1', ...query })
  answerWith({
    'orders.show': ok<'orders.show'>(order({ status: 'fulfilled', allowedActions, ...part })),
    'orders.rate': ok<'orders.rate'>(order({ status: 'rated', version: 4 })),
  })
  render(<RatePage />)
}
const star = (name: string) => screen.findByRole('radio', { name })

test('the owner gives stars, reasons of that level and words', async () => {
  open({})
  await userEvent.click(await star('5 星，非常满意'))
  await userEvent.click(screen.getByText('来得快'))
  await userEvent.type(screen.getByRole('textbox', { name: /^还想说的话/ }), '谢谢师傅')
  await userEvent.click(screen.getByRole('button', { name: '提交评价' }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('orders.rate')[0]?.data).toEqual({ stars: 5, reasons: [950], comment: '谢谢师傅' })
})

test.each([
  ['a repair', { kind: 'issue', serviceItem: null }, '修得好', '一窗受理一次办结'],
  [
    'a service that is no affair',
    { kind: 'service', serviceItem: { ...lock, isAffair: false } },
    '来得快',
    '一窗受理一次办结',
  ],
  ['a question', { kind: 'consultation', serviceItem: null }, '答复得快', '修得好'],
  ['an affair', { kind: 'service', serviceItem: { ...lock, isAffair: true } }, '一窗受理一次办结', '修得好'],
] as const)('reasons fit what was ordered: %s', async (_, part, offered, other) => {
  open({}, ['rate'], part)
  await userEvent.click(await star('5 星，非常满意'))
  expect(screen.getByText(offered)).toBeInTheDocument()
  expect(screen.queryByText(other)).toBeNull()
})

test('reasons of another level do not go along when the stars change', async () => {
  open({})
  await userEvent.click(await star('5 星，非常满意'))
  await userEvent.click(screen.getByText('来得快'))
  await userEvent.click(await star('2 星，不满意'))
  await userEvent.click(screen.getByRole('button', { name: '提交评价' }))
  await waitFor(() => expect(sentTo('orders.rate')[0]?.data).toEqual({ stars: 2, reasons: [] }))
})

test('the street is told to write down what was said on the telephone', async () => {
  open({ as: 'staff' })
  expect(await screen.findByText(/照对方说的记/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '记下电话回访' }))
  expect(screen.getByText('请先点一颗星')).toBeInTheDocument()
  expect(sentTo('orders.rate')).toHaveLength(0)
  await userEvent.click(await star('4 星，满意'))
  await userEvent.click(screen.getByRole('button', { name: '记下电话回访' }))
  await waitFor(() => expect(sentTo('orders.rate')[0]?.data).toEqual({ stars: 4, reasons: [] }))
})

test('what may not be rated has no form', async () => {
  open({ as: 'staff' }, [])
  expect(await screen.findByText('现在不能评价')).toBeInTheDocument()
  expect(screen.queryByRole('radio')).not.toBeInTheDocument()
})

describe('what was put right after a bad rating', () => {
  const rating = { stars: 2 as const, reasons: [], comment: null, isTelephone: false, at: '2026-11-22T09:00:00+08:00' }
  function openAgain(query: Record<string, string> = {}, refusal?: ReturnType<typeof problem>) {
    signInAs()
    openedWith({ id: 'o1', ...query })
    const rated = order({ status: 'rated', rating, allowedActions: ['follow-up-rating'] })
    answerWith({
      'orders.show': ok<'orders.show'>(rated),
      'orders.follow-up-rating': refusal ? () => refusal : ok<'orders.follow-up-rating'>({ ...rated, version: 4 }),
    })
    render(<RatePage />)
  }

  test('is rated once more, with the first rating in sight', async () => {
    openAgain()
    expect(await screen.findByText('第一次评价：2 星 不满意')).toBeInTheDocument()
    expect(screen.getByText(/第一次的评价会一直保留/)).toBeInTheDocument()
    await userEvent.click(await star('4 星，满意'))
    await userEvent.click(screen.getByRole('button', { name: '提交评价' }))
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
    expect(sentTo('orders.follow-up-rating')[0]?.data).toEqual({ stars: 4, reasons: [] })
    expect(sentTo('orders.rate')).toHaveLength(0)
  })

  test('is written down by the street in its own words', async () => {
    openAgain({ as: 'staff' })
    expect(await screen.findByRole('button', { name: '记下电话追评' })).toBeInTheDocument()
  })

  test('that somebody was faster keeps the words, and the order is asked for again', async () => {
    openAgain({}, problem(412, 'version_mismatch', '别人先动过'))
    await userEvent.click(await star('4 星，满意'))
    await userEvent.type(screen.getByRole('textbox', { name: /^还想说的话/ }), '好了')
    await userEvent.click(screen.getByRole('button', { name: '提交评价' }))
    expect(await screen.findByText('别人先动过')).toHaveAttribute('role', 'alert')
    await waitFor(() => expect(sentTo('orders.show')).toHaveLength(2))
    expect(screen.getByRole('textbox', { name: /^还想说的话/ })).toHaveValue('好了')
  })
})

test('a link that was handed on opens nothing for anyone else', async () => {
  signInAs()
  openedWith({ id: 'o1' })
  answerWith({ 'orders.show': () => problem(404, 'not_found', '没有找到这个单') })
  render(<RatePage />)
  expect(await screen.findByText('没有找到这个单')).toBeInTheDocument()
  expect(screen.queryByRole('radio')).not.toBeInTheDocument()
})
