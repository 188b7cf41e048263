import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, problem, signInAs } from '../../test/api-double'
import { ErrorState, ProblemNote } from '@/components/states/states'
import { ApiProblem } from '@/platform/problem'
import { session } from '@/platform/session'
import { useAct } from './use-act'

const signInUrl = { url: '/subpackages/account/sign-in/index' }

function Urge() {
  const urge = useAct('orders.urge')
  const run = () => void urge.act({ params: { id: 'o1' }, body: {}, version: 1 })
  return (
    <>
      <ProblemNote problem={urge.problem} />
      <button onClick={run}>催一催</button>
    </>
  )
}

beforeEach(() => signInAs())

test('who does something after the session ran out is led to sign in, and finds no complaint on return', async () => {
  answerWith({ 'orders.urge': () => problem(401, 'not_signed_in', '登录已失效，请重新登录') })
  render(<Urge />)
  await userEvent.click(screen.getByRole('button', { name: '催一催' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith(signInUrl)
  expect(session.get()).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('other refusals stay on the page', async () => {
  answerWith({ 'orders.urge': () => problem(409, 'conflict', '今天催过了') })
  render(<Urge />)
  await userEvent.click(screen.getByRole('button', { name: '催一催' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('今天催过了')
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('what cannot be shown without signing in offers that, not to try again', async () => {
  const retry = jest.fn()
  render(<ErrorState problem={new ApiProblem('not_signed_in', 401, '登录已失效，请重新登录')} onRetry={retry} />)
  await userEvent.click(screen.getByRole('button', { name: '去登录' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith(signInUrl)
  expect(retry).not.toHaveBeenCalled()
})
