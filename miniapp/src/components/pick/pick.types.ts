import type { PropsWithChildren } from 'react'

/** One of several that are laid out as a page needs them: a day, a time. */
export type PickProps = PropsWithChildren<{
  /** All of it in words, where what is drawn is short. */
  label: string
  isChosen: boolean
  /** Cannot be chosen, and says why in its label: it can still be reached and heard. */
  isOff?: boolean
  /** In a browser: false leaves the Tab key out, where arrows lead here. */
  isStop?: boolean
  className?: string | undefined
  onPick: () => void
}>
