export interface Option<Value extends string> {
  value: Value
  word: string
  /** A line that explains it. */
  detail?: string
}

/** One of a few. */
export interface ChoiceProps<Value extends string> {
  id: string
  label: string
  options: readonly Option<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  error?: string | undefined
  hint?: string
  /** Side by side, for short words. */
  isInline?: boolean
}
