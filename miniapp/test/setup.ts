import '@testing-library/jest-dom'
import { cleanup } from '@testing-library/react'
import Taro from '@tarojs/taro'

// jsdom draws no dialogs, scrolls nothing, measures nothing, and knows no widths: every screen is a phone.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}
window.matchMedia = (media) =>
  ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList
window.ResizeObserver = class {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}
Element.prototype.scrollIntoView = () => undefined

afterEach(() => {
  cleanup()
  jest.clearAllMocks()
  Taro.clearStorageSync()
})
