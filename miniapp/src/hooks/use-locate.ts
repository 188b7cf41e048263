import { useState } from 'react'
import { locate } from '@/platform/locate'
import type { Position } from '@/platform/locate.types'

interface Locating {
  /** @returns where the person stands, or undefined (then `refusal` says what to do) */
  find: () => Promise<Position | undefined>
  isBusy: boolean
  refusal: string | undefined
}

/** Asks the device where it is, only when the person wants it. */
export function useLocate(): Locating {
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  async function find(): Promise<Position | undefined> {
    setBusy(true)
    setRefusal(undefined)
    const located = await locate()
    setBusy(false)
    if (located.isFound) return located.position
    setRefusal(located.words)
    return undefined
  }

  return { find, isBusy, refusal }
}
