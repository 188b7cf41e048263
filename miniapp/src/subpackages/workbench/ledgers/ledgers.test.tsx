import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { ok, answerWith, problem, sentTo, signInAs } from '../../../../test/api-double'
import Ledgers from './index'

const street = { code: '610303001', name: '中山东路街道', level: 'street' as const }
const row = {
  ...{ id: 'l1', orderId: 'o1' },
  cells: {
    no: '261122000001',
    title: '楼道灯不亮',
    status: '已办结',
    placedAt: '2025-11-22T09:00:00+08:00',
    stars: null,
  },
}
const link = {
  ...{ id: 'e1', url: '/api/v1/ledgers/orders.xlsx?id=e1&expires=1&signature=s' },
  ...{ fileName: '订单台账.xlsx', expiresAt: '2026-11-22T09:10:00+08:00' },
}
const answers = {
  'ledgers.list': ok<'ledgers.list'>({ items: [row], nextCursor: null }),
  'orgs.list': ok<'orgs.list'>({ items: [], nextCursor: null }),
}
const downloadFile = jest.fn((_: { url: string }) => Promise.resolve({ statusCode: 200, tempFilePath: 'wxfile://tmp' }))
const openDocument = jest.fn(() => Promise.resolve())
beforeEach(() => {
  Object.assign(Taro, { downloadFile, openDocument })
  signInAs([{ id: 'm9', role: 'street_staff', org: street }])
})

test('shows what the ledger says, leaves out what it does not, and leads to the order', async () => {
  answerWith(answers)
  render(<Ledgers />)
  expect(await screen.findByText('状态：已办结')).toBeInTheDocument()
  expect(screen.getByText('提交时间：2025 年 11 月 22 日 09:00')).toBeInTheDocument()
  expect(screen.queryByText(/星级：/)).not.toBeInTheDocument()
  await userEvent.click(screen.getByText('楼道灯不亮'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/detail/index?id=o1&as=staff' })
})

test('another tab is another ledger, asked for by the role that is in use', async () => {
  answerWith(answers)
  render(<Ledgers />)
  await screen.findByText('楼道灯不亮')
  await userEvent.click(screen.getByText('差评台账'))
  await screen.findByText(/按评价日期/)
  expect(sentTo('ledgers.list').map(({ url }) => /ledgers\/([\w-]+)\?/.exec(url)?.[1])).toEqual([
    ...['orders', 'bad-reviews'],
  ])
  expect(sentTo('ledgers.list').every(({ url }) => url.includes('membershipId=m9'))).toBe(true)
})

test('an export is asked for, fetched by its link and opened', async () => {
  answerWith({ ...answers, 'ledgers.link': ok<'ledgers.link'>(link) })
  render(<Ledgers />)
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await userEvent.click(screen.getByText('导出 Excel'))
  // WeChat opens it, a browser saves it.
  expect(await screen.findByText(/已打开|开始下载了/)).toBeInTheDocument()
  expect(sentTo('ledgers.link').map(({ data }) => data)).toEqual([{ format: 'xlsx', membershipId: 'm9' }])
  const saved = click.mock.contexts.map(({ href }: HTMLAnchorElement) => href)
  expect([...saved, ...downloadFile.mock.calls.map(([{ url }]) => url)]).toEqual([`http://api.test${link.url}`])
  expect(openDocument).toHaveBeenCalledTimes(downloadFile.mock.calls.length)
})

test('a refused export says why', async () => {
  answerWith({ ...answers, 'ledgers.link': () => problem(403, 'forbidden', '只能看自己辖区的台账，请重新选择范围') })
  render(<Ledgers />)
  await userEvent.click(screen.getByText('导出 CSV'))
  expect(await screen.findByText('只能看自己辖区的台账，请重新选择范围')).toBeInTheDocument()
})

test('whoever keeps no ledgers is told so, and nothing is asked', () => {
  signInAs()
  answerWith({})
  render(<Ledgers />)
  expect(screen.getByText('这里给管台账的人看')).toBeInTheDocument()
  expect(sentTo('ledgers.list')).toEqual([])
})
