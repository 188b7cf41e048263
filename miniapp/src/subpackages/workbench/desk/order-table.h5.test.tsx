import type { ComponentProps } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { summary } from '../../../../test/api-double'
import type { PageQuery } from '@/platform/pages'
import { OrderTable } from './order-table'

const shown = (query: PageQuery, sort: Partial<ComponentProps<typeof OrderTable>['sort']> = {}) => (
  <OrderTable
    orders={[summary({ urgency: 'urgent' })]}
    room="wide"
    now={new Date('2026-11-22T12:00:00+08:00')}
    homeCode="610303001002"
    currentId="o1"
    openId={query.order}
    chosen={new Set()}
    sort={{ current: 'newest', ofView: 'newest', isFixed: false, ...sort }}
    addressOf={(order) => ({ ...query, order })}
    onOpen={jest.fn()}
    onChoose={jest.fn()}
  />
)

test('the newest come first; its head turns that round and keeps what else the address says', async () => {
  render(shown({ view: 'working', q: '灯', order: 'o1' }))
  expect(screen.getByRole('columnheader', { name: '提交' })).toHaveAttribute('aria-sort', 'descending')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  const q = encodeURIComponent('灯')
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: `/subpackages/workbench/queue/index?view=working&q=${q}&order=o1&sort=oldest`,
  })
})

test('and back again', async () => {
  render(shown({ view: 'working', sort: 'oldest' }, { current: 'oldest' }))
  expect(screen.getByRole('columnheader', { name: '提交' })).toHaveAttribute('aria-sort', 'ascending')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/subpackages/workbench/queue/index?view=working' })
})

test('while urgent ones come first no direction is said, and the head asks for the newest', async () => {
  render(shown({ view: 'working' }, { current: 'urgent', ofView: 'urgent' }))
  expect(screen.getByRole('columnheader', { name: '提交' })).toHaveAttribute('aria-sort', 'none')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/subpackages/workbench/queue/index?view=working&sort=newest' })
})

test('what goes by due time alone cannot be turned round', () => {
  render(shown({ view: 'overdue' }, { current: 'due', ofView: 'due', isFixed: true }))
  expect(screen.queryByRole('button', { name: '提交' })).not.toBeInTheDocument()
})
