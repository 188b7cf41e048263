import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ContactView, Membership } from '@xinban/shared/contracts'
import { answerWith, problem, sentTo, signInAs } from '../../../../test/api-double'
import ContactViews from './index'

const street = { code: '610303001', name: '中山东路街道', level: 'street' as const }
const view = (part: Partial<ContactView>): ContactView => ({
  id: 'v1',
  at: '2025-11-22T09:00:00+08:00',
  viewer: { name: '王**', role: 'street_staff', org: street },
  order: { id: 'o1', no: '261122000001', communityCode: '610303001002' },
  reason: '核实投诉',
  ...part,
})
const auditor: Membership = { id: 'm9', role: 'auditor', org: { code: '610303', name: '金台区', level: 'district' } }

test('tells who looked, why and at which order, page by page', async () => {
  signInAs([auditor])
  const pages = [
    { items: [view({})], nextCursor: 'c2' },
    { items: [view({ id: 'v2', reason: null })], nextCursor: null },
  ]
  answerWith({
    'contact-views.list': ({ url }) => ({ statusCode: 200, data: pages[url.includes('cursor=c2') ? 1 : 0] }),
  })
  render(<ContactViews />)
  expect(await screen.findByText('王**（街道工作人员，中山东路街道）')).toBeInTheDocument()
  expect(screen.getByText('理由：核实投诉')).toBeInTheDocument()
  expect(screen.getByText('2025 年 11 月 22 日 09:00 · 单号 261122000001')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '加载更多' }))
  expect(await screen.findByText('正在办这个单，不用写理由')).toBeInTheDocument()
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(sentTo('contact-views.list').every(({ url }) => url.includes('membershipId=m9'))).toBe(true)
})

test('whoever may not read it is told so', async () => {
  signInAs()
  answerWith({ 'contact-views.list': () => problem(403, 'forbidden', '查看记录只给督查和区管理员看') })
  render(<ContactViews />)
  expect(await screen.findByText('查看记录只给督查和区管理员看')).toBeInTheDocument()
})
