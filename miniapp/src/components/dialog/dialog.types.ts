import type { PropsWithChildren } from 'react'

/** Stands there as long as it is rendered. */
export type DialogProps = PropsWithChildren<{
  title: string
  confirmWord: string
  cancelWord?: string
  isDanger?: boolean
  isBusy?: boolean
  onConfirm: () => void
  onCancel: () => void
}>
