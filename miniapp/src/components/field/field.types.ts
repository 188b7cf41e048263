export interface FieldProps {
  /** Unique on the page; errors move the focus here. */
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong and how to mend it. */
  error?: string | undefined
  hint?: string
  placeholder?: string
  type?: 'text' | 'tel' | 'password' | 'search' | 'number'
  maxLength?: number
  isRequired?: boolean
  /** Read out only, where the place itself says what it is for. */
  isLabelUnseen?: boolean
  /** Enter in this field does this, in place of sending the form around it. */
  onEnter?: () => void
  /** For browsers that fill in what they know. */
  autoComplete?: string
}
