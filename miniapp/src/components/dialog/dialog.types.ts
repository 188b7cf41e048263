import type { PropsWithChildren } from 'react'

export type DialogProps = PropsWithChildren<{
  isOpen: boolean
  title: string
  confirmWord: string
  cancelWord?: string
  isDanger?: boolean
  isBusy?: boolean
  onConfirm: () => void
  onCancel: () => void
}>
