import { useEffect, useState } from 'react'

export interface Countdown {
  /** Whole seconds, rounded up; 0 when it is over. */
  left: number
  /** `4:59` */
  words: string
  isOver: boolean
}

const second = 1000

/**
 * What is left until an instant, second by second; null counts nothing. It looks at the clock each time: a telephone
 * that slept in between is told the truth on waking.
 */
export function useCountdown(until: string | null): Countdown {
  const [now, setNow] = useState(() => Date.now())
  const end = until === null ? 0 : Date.parse(until)
  const left = Math.max(0, Math.ceil((end - now) / second))
  const isOver = left === 0

  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), second)
    return () => clearInterval(timer)
  }, [isOver, end])

  return { left, isOver, words: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` }
}
