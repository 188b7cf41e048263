import type { ButtonProps } from '../button/button.types'

interface SheetAction {
  key: string
  word: string
  kind?: ButtonProps['kind']
  /** Runs when the sheet has gone, so that a dialog may follow. */
  run: () => void
}

/** Stands there as long as it is rendered. */
export interface SheetProps {
  title: string
  actions: readonly SheetAction[]
  onClose: () => void
}
