import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { ContactViewRows } from './contact-view-rows'

afterEach(() => jest.restoreAllMocks())

test('on a desk they are a table, each row leading to its order', async () => {
  const wide = { matches: true, addEventListener: jest.fn(), removeEventListener: jest.fn() }
  jest.spyOn(window, 'matchMedia').mockReturnValue(wide as unknown as MediaQueryList)
  const org = { code: '610303', name: '金台区', level: 'district' as const }
  const view = {
    ...{ id: 'v1', at: '2025-11-22T09:00:00+08:00', reason: '核实投诉' },
    viewer: { name: '王**', role: 'auditor' as const, org },
    order: { id: 'o1', no: '261122000001', communityCode: '610303001002' },
  }
  render(<ContactViewRows views={[view]} now={new Date('2026-11-22T09:00:00+08:00')} />)
  expect(screen.getByRole('table', { name: '查看记录' })).toBeInTheDocument()
  expect(screen.getByRole('cell', { name: '理由：核实投诉' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('link', { name: /王\*\*/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o1&as=staff' })
})
