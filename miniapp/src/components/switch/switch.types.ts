export interface SwitchProps {
  label: string
  /** How it stands, in words: the position alone says too little. */
  detail: string
  isOn: boolean
  /** Being saved: shows where it is going, and cannot be turned meanwhile. */
  isBusy?: boolean
  /** Why it could not be turned. */
  error?: string | undefined
  onTurn: (isOn: boolean) => void
}
