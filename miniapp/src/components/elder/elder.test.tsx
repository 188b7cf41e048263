import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { elder } from '@/platform/elder'
import { say } from '@/platform/messages.h5'
import type { Page as AnyPage } from '../page/page'
import { Page as BrowserPage } from '../page/page.h5'
import type { TabBar as AnyTabBar } from '../page/tab-bar'
import { ElderSettings } from './elder-settings'
import { ElderToggle } from './elder-toggle'

const { Page: WechatPage } = jest.requireActual<{ Page: typeof AnyPage }>('../page/page.tsx')
const { TabBar: WechatTabBar } = jest.requireActual<{ TabBar: typeof AnyTabBar }>('../page/tab-bar.tsx')
const root = (container: HTMLElement) => container.firstElementChild?.className.split(' ')

beforeEach(() => {
  elder.choose('large')
  elder.turn(false)
})

/** One of the two words on the first page; a button that is pressed or not, on WeChat a box that is checked or not. */
const word = (name: string) => screen.queryByRole('button', { name }) ?? screen.getByRole('checkbox', { name })
const isPressed = (name: string) => word(name).getAttribute('aria-pressed') ?? word(name).getAttribute('aria-checked')

test('the first page turns it on and off, and shows which it is', async () => {
  render(<ElderToggle />)
  expect([isPressed('标准版'), isPressed('长辈版')]).toEqual(['true', 'false'])
  await userEvent.click(word('长辈版'))
  expect([isPressed('标准版'), isPressed('长辈版')]).toEqual(['false', 'true'])
  await userEvent.click(word('标准版'))
  expect(elder.get().isOn).toBe(false)
})

test('pressing what is on already leaves it on', async () => {
  elder.turn(true)
  render(<ElderToggle />)
  await userEvent.click(word('长辈版'))
  expect(elder.get().isOn).toBe(true)
})

test('the settings offer sizes once it is on, and keep the one chosen', async () => {
  render(<ElderSettings />)
  expect(screen.queryByText(/看看这样大小/)).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('switch', { name: /^长辈版/ }))
  expect(screen.getByText(/看看这样大小/)).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: '大', checked: true })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '最大' }))
  expect(Taro.getStorageSync('xinban.elder')).toBe('{"isOn":true,"size":"largest"}')
  await userEvent.click(screen.getByRole('switch', { name: /^长辈版/ }))
  await userEvent.click(screen.getByRole('switch', { name: /^长辈版/ }))
  expect(screen.getByRole('radio', { name: '最大', checked: true })).toBeInTheDocument()
})

test.each([
  ['in a browser', BrowserPage],
  ['in WeChat', WechatPage],
])('pages that are open follow at once, %s', (_, Page) => {
  const { container } = render(<Page title="单">内容</Page>)
  expect(root(container)).toEqual(['page'])
  act(() => elder.choose('larger'))
  expect(root(container)).toEqual(['page', 'elder', 'larger'])
  act(() => elder.turn(false))
  expect(root(container)).toEqual(['page'])
})

describe('the tab bar in WeChat', () => {
  const shown = () => [jest.mocked(Taro.showTabBar).mock.calls.length, jest.mocked(Taro.hideTabBar).mock.calls.length]

  test('is WeChat’s own, and ours in elder mode', () => {
    render(
      <WechatPage title="我的" tab="me">
        内容
      </WechatPage>,
    )
    expect(screen.queryByLabelText('主导航')).not.toBeInTheDocument()
    expect(shown()[1]).toBe(0)
    act(() => elder.turn(true))
    expect(Taro.hideTabBar).toHaveBeenCalled()
    expect(screen.getByLabelText('主导航')).toBeInTheDocument()
    jest.mocked(Taro.showTabBar).mockClear()
    act(() => elder.turn(false))
    expect(Taro.showTabBar).toHaveBeenCalledTimes(1)
    expect(screen.queryByLabelText('主导航')).not.toBeInTheDocument()
  })

  test('says on which page one is, and leads to the others', async () => {
    render(<WechatTabBar active="me" />)
    expect(screen.getByRole('link', { name: /^我的(，当前页)?$/ })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('link', { name: '我的单' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/orders/index' })
  })

  test('is left alone by pages without one, and a refusal is no failure', async () => {
    jest.mocked(Taro.hideTabBar).mockRejectedValueOnce({ errMsg: 'hideTabBar:fail not TabBar page' })
    elder.turn(true)
    const { unmount } = render(<WechatPage title="单">内容</WechatPage>)
    expect(shown()).toEqual([0, 0])
    unmount()
    render(
      <WechatPage title="我的" tab="me">
        内容
      </WechatPage>,
    )
    expect(await screen.findByText('内容')).toBeInTheDocument()
  })
})

test('what the app says for a moment is as large as the pages, and stays longer', () => {
  jest.useFakeTimers()
  elder.choose('largest')
  say('已接单')
  const said = screen.getByRole('status')
  expect(said).toHaveClass('said', 'largest')
  jest.advanceTimersByTime(4900)
  expect(said).toHaveTextContent('已接单')
  jest.advanceTimersByTime(200)
  expect(said).toBeEmptyDOMElement()
  elder.turn(false)
  say('已退出登录')
  expect(said.className).toBe('said')
  jest.useRealTimers()
})
