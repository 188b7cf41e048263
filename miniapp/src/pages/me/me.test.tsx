import { render, screen } from '@testing-library/react'
import type { Membership } from '@xinban/shared/contracts'
import { answerWith, signInAs, staff } from '../../../test/api-double'
import Me from './index'

const auditor: Membership = { id: 'm9', role: 'auditor', org: { code: '610303', name: '金台区', level: 'district' } }
const link = (name: RegExp) => screen.queryByRole('link', { name })

test('a fresh person is asked for a name, someone with one is not', () => {
  answerWith({})
  signInAs([], { name: null })
  const { unmount } = render(<Me />)
  expect(link(/怎么称呼你/)).toBeInTheDocument()
  unmount()
  signInAs()
  render(<Me />)
  expect(link(/怎么称呼你/)).not.toBeInTheDocument()
  expect(link(/我的资料$/)).toBeInTheDocument()
  expect(link(/我的资料存了什么/)).toBeInTheDocument()
  expect(link(/隐私说明/)).toBeInTheDocument()
})

test('who looked at contacts is offered to the auditor, not to the community', () => {
  answerWith({})
  signInAs([staff])
  const { unmount } = render(<Me />)
  expect(link(/查看记录/)).not.toBeInTheDocument()
  unmount()
  signInAs([auditor])
  render(<Me />)
  expect(link(/查看记录/)).toBeInTheDocument()
})
