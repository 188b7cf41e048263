import { render, screen } from '@testing-library/react'
import type { Membership } from '@xinban/shared/contracts'
import { answerWith, ok, signInAs, staff } from '../../../test/api-double'
import Me from './index'

const auditor: Membership = { id: 'm9', role: 'auditor', org: { code: '610303', name: '金台区', level: 'district' } }
const link = (name: RegExp) => screen.queryByRole('link', { name })

const unread = (count: number) => ({ 'notices.unread-count': ok<'notices.unread-count'>({ unread: count }) })

test('a fresh person is asked for a name, someone with one is not', async () => {
  answerWith(unread(0))
  signInAs([], { name: null })
  const { unmount } = render(<Me />)
  expect(link(/怎么称呼你/)).toBeInTheDocument()
  await screen.findByText('没有未读')
  unmount()
  signInAs()
  render(<Me />)
  await screen.findByText('没有未读')
  expect(link(/怎么称呼你/)).not.toBeInTheDocument()
  expect(link(/我的资料$/)).toBeInTheDocument()
  expect(link(/我的资料存了什么/)).toBeInTheDocument()
  expect(link(/隐私说明/)).toBeInTheDocument()
})

test('who looked at contacts is offered to the auditor, not to the community', async () => {
  answerWith(unread(0))
  signInAs([staff])
  const { unmount } = render(<Me />)
  for (const words of [/查看记录/, /导出记录/]) expect(link(words)).not.toBeInTheDocument()
  await screen.findByText('没有未读')
  unmount()
  signInAs([auditor])
  render(<Me />)
  await screen.findByText('没有未读')
  for (const words of [/查看记录/, /导出记录/]) expect(link(words)).toBeInTheDocument()
})

test('what I have not read is said beside the way to it', async () => {
  signInAs()
  answerWith(unread(2))
  render(<Me />)
  expect(await screen.findByRole('link', { name: /消息.*2 条未读/ })).toBeInTheDocument()
})

test('messages that were given up are offered to the district’s administrator', async () => {
  answerWith(unread(0))
  signInAs([{ ...auditor, role: 'district_admin' }])
  render(<Me />)
  await screen.findByText('没有未读')
  expect(link(/没发出去的消息/)).toBeInTheDocument()
})
