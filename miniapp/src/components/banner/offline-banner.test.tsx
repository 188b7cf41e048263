import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { OfflineBanner } from './offline-banner'

/** Says as the device does that the network went or came: by an event in a browser, by a callback on WeChat. */
function say(isConnected: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: isConnected, configurable: true })
  act(() => {
    window.dispatchEvent(new Event(isConnected ? 'online' : 'offline'))
    const listeners = jest.mocked(Taro.onNetworkStatusChange).mock.calls
    for (const [listener] of listeners) listener({ isConnected, networkType: isConnected ? '4g' : 'none' })
  })
}

test('without a network a calm bar says so, and goes away by itself', () => {
  render(<OfflineBanner />)
  expect(screen.queryByText(/网络断开了/)).not.toBeInTheDocument()
  say(false)
  expect(screen.getByRole('status')).toHaveTextContent('网络断开了。已填的都在，连上后接着用。')
  say(true)
  expect(screen.queryByText(/网络断开了/)).not.toBeInTheDocument()
})
