/** A day as `YYYY-MM-DD`; empty while none is chosen. */
export interface DateFieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  /** The first and the last day that can be chosen. */
  min?: string
  max?: string
  error?: string | undefined
  hint?: string
  /** Without it the day can be taken out again. */
  isRequired?: boolean
}
