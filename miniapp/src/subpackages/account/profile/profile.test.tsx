import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Site } from '@xinban/shared/contracts'
import { session } from '@/platform/session'
import { answerWith, me, ok, problem, sentTo, signInAs } from '../../../../test/api-double'
import { phoneSheet } from '../../../../test/taro-components'
import type { ConfirmPhone } from './confirm-phone'
import { ConfirmPhone as ConfirmInBrowser } from './confirm-phone.h5'
import Profile from './index'

const { ConfirmPhone: ConfirmOnWechat } = jest.requireActual<{ ConfirmPhone: typeof ConfirmPhone }>(
  './confirm-phone.tsx',
)

const site: Site = { isDemo: false, district: null, demoAccounts: [], signInProviders: ['wechat', 'password'] }
const answer = (handlers: Parameters<typeof answerWith>[0] = {}) =>
  answerWith({ 'site.show': ok<'site.show'>(site), ...handlers })
const nameField = () => screen.getByRole('textbox', { name: /^怎么称呼你/ })
const save = () => userEvent.click(screen.getByRole('button', { name: '保存称呼' }))

describe('the name', () => {
  test('is sent, and comes back masked', async () => {
    signInAs([], { name: null })
    answer({ 'me.update': ok<'me.update'>(me({ name: '李**' })) })
    render(<Profile />)
    expect(screen.getByText('社区联系你时，就这样称呼你')).toBeInTheDocument()
    await userEvent.type(nameField(), '李桂兰')
    await save()
    expect(await screen.findByText('现在是 李**，要改就填新的')).toBeInTheDocument()
    expect(sentTo('me.update')[0]?.data).toEqual({ name: '李桂兰' })
    expect(nameField()).toHaveValue('')
    expect(session.get()?.person.name).toBe('李**')
  })

  test('is not sent while it is empty; a refusal stands beside it', async () => {
    signInAs()
    const errors = [{ path: 'name', code: 'too_long', message: '称呼最多 40 个字' }]
    answer({ 'me.update': () => problem(422, 'invalid', '有一项填得不对', errors) })
    render(<Profile />)
    await save()
    expect(screen.getByText('请填写称呼')).toHaveAttribute('role', 'alert')
    expect(sentTo('me.update')).toHaveLength(0)
    await userEvent.type(nameField(), '李')
    await save()
    expect(await screen.findByText('称呼最多 40 个字')).toHaveAttribute('role', 'alert')
  })
})

describe('the phone', () => {
  const confirm = (onCode: (code: string) => void, isOffered = true) => (
    <ConfirmOnWechat isKnown={false} isOffered={isOffered} isBusy={false} onCode={onCode} />
  )
  afterEach(() => {
    phoneSheet.code = 'phone-code'
  })

  test('is confirmed on WeChat by the code of its sheet', async () => {
    const onCode = jest.fn()
    render(confirm(onCode))
    await userEvent.click(screen.getByRole('button', { name: '用微信确认手机号' }))
    expect(onCode).toHaveBeenCalledWith('phone-code')
  })

  test('stays as it is when the person says no, and nothing is blamed on them', async () => {
    phoneSheet.code = undefined
    const onCode = jest.fn()
    render(confirm(onCode))
    await userEvent.click(screen.getByRole('button', { name: '用微信确认手机号' }))
    expect(screen.getByText('手机号没有确认，想确认时再点一次就行。')).toBeInTheDocument()
    expect(onCode).not.toHaveBeenCalled()
  })

  test('is confirmed elsewhere where the server does not ask WeChat, and in a browser', () => {
    render(confirm(jest.fn(), false))
    render(<ConfirmInBrowser isKnown={false} isOffered isBusy={false} onCode={jest.fn()} />)
    expect(screen.getAllByText('手机号在微信小程序里确认，也可以请社区工作人员核对。')).toHaveLength(2)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})

test('changing the password is offered to those who have one', async () => {
  signInAs([], { hasPassword: true })
  answer()
  const { unmount } = render(<Profile />)
  expect(screen.getByRole('link', { name: /修改密码/ })).toBeInTheDocument()
  unmount()
  signInAs()
  render(<Profile />)
  await waitFor(() => expect(screen.getByRole('link', { name: /我的社区/ })).toBeInTheDocument())
  expect(screen.queryByRole('link', { name: /修改密码/ })).not.toBeInTheDocument()
})
