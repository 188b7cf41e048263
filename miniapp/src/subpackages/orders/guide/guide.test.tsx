import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { ServiceItem } from '@xinban/shared/contracts'
import { guideRemark } from '@xinban/shared/domain'
import { answerWith, ok, sentTo, signInAs } from '../../../../test/api-double'
import { openedWith } from '../../../../test/taro'
import Guide from './index'

const item = (part: Partial<ServiceItem>): ServiceItem => ({
  ...{
    id: 'i1',
    name: '水电小修',
    kind: 'service',
    category: '维修',
    summary: '小修小补',
    offeredBy: [],
    isDemo: true,
  },
  ...{ state: 'open', version: 2, latestVersion: 2, publishedAt: '2025-03-02T09:00:00+08:00' },
  guide: {
    ...{
      basis: [],
      audience: '居民',
      materials: [],
      steps: ['提交点单'],
      fee: '免费',
      channels: [],
      remark: guideRemark,
    },
    ...{ timeLimit: { workingDays: 5, words: '5 个工作日' }, source: '试验', region: '金台区', date: '2025-03-02' },
  },
  ...part,
})

function open(part: Partial<ServiceItem>, version?: string) {
  signInAs()
  openedWith({ id: 'i1', ...(version !== undefined && { version }) })
  answerWith({ 'service-items.show': ok<'service-items.show'>(item(part)) })
  render(<Guide />)
}
const order = () => screen.queryByRole('button', { name: '点这个单' })

test('today’s guide can be ordered', async () => {
  open({})
  expect(await screen.findByText('提交点单')).toBeInTheDocument()
  expect(order()).toBeInTheDocument()
  expect(screen.queryByText(/起用的说明/)).not.toBeInTheDocument()
})

test('the guide of an order says that it is the text of that time, and leads to today’s', async () => {
  open({ version: 1 }, '1')
  expect(await screen.findByText(/^这是2025 年 3 月 2 日.*起用的说明/)).toBeInTheDocument()
  expect(sentTo('service-items.show')[0]?.url).toContain('version=1')
  expect(order()).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('link', { name: /看现在的说明/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/orders/guide/index?id=i1' })
})

test('what is no longer offered cannot be ordered, and says so', async () => {
  open({ state: 'closed' })
  expect(await screen.findByText(/已经停办/)).toBeInTheDocument()
  expect(order()).not.toBeInTheDocument()
})
