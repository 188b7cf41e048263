import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, problem, sentTo, signInAs } from '../../../../test/api-double'
import Password from './index'

const good = 'lantern river 9'
const type = (label: RegExp, words: string) => userEvent.type(screen.getByLabelText(label), words)
const submit = () => userEvent.click(screen.getByRole('button', { name: '修改密码' }))

function open(reply: Parameters<typeof answerWith>[0]['me.change-password']) {
  signInAs([], { hasPassword: true })
  answerWith({ ...(reply && { 'me.change-password': reply }) })
  render(<Password />)
}

async function fillIn(next = good, again = next) {
  await type(/^现在的密码/, 'old lantern 1')
  await type(/^新密码/, next)
  await type(/^再输一次新密码/, again)
}

test('a good one is sent, and the page goes back', async () => {
  open(() => ({ statusCode: 204, data: '' }))
  expect(screen.getByText(/其他设备上的登录都会退出/)).toBeInTheDocument()
  await fillIn()
  await submit()
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(sentTo('me.change-password')[0]?.data).toEqual({ current: 'old lantern 1', next: good })
})

test('a weak one, a slip of the finger and a missing one are told beside their fields, unsent', async () => {
  open(undefined)
  await submit()
  expect(screen.getByText('请填写现在的密码')).toHaveAttribute('role', 'alert')
  expect(screen.getByText(/密码至少 10 个字符/)).toBeInTheDocument()
  await fillIn(good, 'lantern river 8')
  await submit()
  expect(screen.getByText('两次输入的新密码不一样，请再输一次')).toHaveAttribute('role', 'alert')
  expect(screen.queryByText('请填写现在的密码')).not.toBeInTheDocument()
  expect(sentTo('me.change-password')).toHaveLength(0)
})

test('a wrong present one is told beside its field, and what was typed stays', async () => {
  const errors = [{ path: 'current', code: 'wrong', message: '现在的密码不对，请重新填写' }]
  open(() => problem(422, 'invalid', '有一项填得不对', errors))
  await fillIn()
  await submit()
  expect(await screen.findByText('现在的密码不对，请重新填写')).toHaveAttribute('role', 'alert')
  expect(screen.queryByText('有一项填得不对')).not.toBeInTheDocument()
  expect(screen.getByLabelText(/^新密码/)).toHaveValue(good)
  expect(Taro.navigateBack).not.toHaveBeenCalled()
})

test('who signs in without one has none to change', () => {
  signInAs()
  answerWith({})
  render(<Password />)
  expect(screen.getByText('你的账号不用密码')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '修改密码' })).not.toBeInTheDocument()
})
