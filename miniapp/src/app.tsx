import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { refreshMe } from './platform/login'
import { watchNewBuild } from './platform/new-build'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNewBuild()
    // A session kept from last time may have lost its roles since. A failure shows where they are used.
    refreshMe().catch(() => undefined)
  })
  return children
}
