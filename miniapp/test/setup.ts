import '@testing-library/jest-dom'
import { cleanup } from '@testing-library/react'
import Taro from '@tarojs/taro'

// jsdom draws no dialogs and scrolls nothing.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}
Element.prototype.scrollIntoView = () => undefined

afterEach(() => {
  cleanup()
  jest.clearAllMocks()
  Taro.clearStorageSync()
})
