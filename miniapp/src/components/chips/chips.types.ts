export interface ChipsProps<Value extends string | number> {
  /** What the chips are about. */
  label: string
  options: readonly { value: Value; word: string }[]
  chosen: readonly Value[]
  onToggle: (value: Value) => void
}
