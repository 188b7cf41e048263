/** A day as `YYYY-MM-DD`; empty while none is chosen. */
export interface DateFieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  hint?: string
}
