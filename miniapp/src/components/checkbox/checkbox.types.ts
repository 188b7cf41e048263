export interface CheckboxProps {
  id: string
  /** The sentence that is agreed to, or the thing that is switched on. */
  label: string
  /** Read out instead of the label, where the label alone says too little. */
  readOut?: string
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  error?: string | undefined
}
