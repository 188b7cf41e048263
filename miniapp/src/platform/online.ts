import Taro from '@tarojs/taro'
import { createStore } from './store'

const store = createStore(true)
let isListening = false

/** Whether the telephone says that it has a network; true until it says otherwise. */
export const online = {
  get: store.get,
  subscribe: (listener: () => void): (() => void) => {
    if (!isListening) Taro.onNetworkStatusChange(({ isConnected }) => store.set(isConnected))
    isListening = true
    return store.subscribe(listener)
  },
}
