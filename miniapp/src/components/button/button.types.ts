import type { PropsWithChildren } from 'react'

export type ButtonProps = PropsWithChildren<{
  /** `primary` is the one action of a screen. */
  kind?: 'primary' | 'secondary' | 'plain' | 'danger'
  size?: 'full' | 'small'
  /** Read out instead of the text, where the text alone says too little. */
  label?: string
  isDisabled?: boolean
  /** Under way: cannot be pressed again, and says so. */
  isBusy?: boolean
  /** Sends the form around it; `onPress` stays away then. */
  isSubmit?: boolean
  isExpanded?: boolean
  className?: string | undefined
  onPress?: () => void
}>
