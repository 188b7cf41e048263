import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, ok, order, placing, signInAs, staff } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import OrderDetail from './index'

const mockDesk = { isWide: true, isPrinted: false, print: jest.fn() as (() => void) | null }
jest.mock('@/platform/wide', () => ({ useIsWide: () => mockDesk.isWide }))
jest.mock('@/platform/print', () => ({
  get printPage() {
    return mockDesk.print
  },
  useIsPrinted: () => mockDesk.isPrinted,
}))

const events = [1, 2, 3, 4, 5].map((n) => ({ ...placing, id: `e${n}`, at: `2026-11-2${n - 1}T09:00:00+08:00` }))
async function open(as: 'staff' | 'owner') {
  signInAs(as === 'staff' ? [staff] : [])
  openedWith({ id: 'o1', as })
  answerWith({ 'orders.show': ok<'orders.show'>(order({ events })) })
  render(<OrderDetail />)
  await screen.findByText('晚上看不见路')
}

beforeEach(() => Object.assign(mockDesk, { isWide: true, isPrinted: false, print: jest.fn() }))

test('staff print an order at a desk', async () => {
  await open('staff')
  await userEvent.click(screen.getByRole('button', { name: '打印' }))
  expect(mockDesk.print).toHaveBeenCalledTimes(1)
})

test.each([
  ['on a phone', 'staff', { isWide: false }],
  ['in WeChat', 'staff', { print: null }],
  ['as the owner', 'owner', {}],
] as const)('nobody is offered it %s', async (_, as, part) => {
  Object.assign(mockDesk, part)
  await open(as)
  expect(screen.queryByRole('button', { name: '打印' })).not.toBeInTheDocument()
})

test('on paper every date is a date, and no step is folded', async () => {
  mockDesk.isPrinted = true
  await open('staff')
  for (const { at } of events) {
    const day = Number(at.slice(8, 10))
    expect(screen.getAllByText(`2026 年 11 月 ${day} 日 09:00`).length).toBeGreaterThan(0)
  }
  expect(screen.queryByText(/今天|昨天/)).not.toBeInTheDocument()
})
