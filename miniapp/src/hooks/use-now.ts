import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'

/** The time at which this page was last shown: what 今天 and 2 小时前 are reckoned from. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useDidShow(() => setNow(new Date()))
  return now
}
