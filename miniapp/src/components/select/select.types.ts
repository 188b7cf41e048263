import type { Option } from '../choice/choice.types'

/** One of many. */
export interface SelectProps {
  id: string
  label: string
  options: readonly Option<string>[]
  value: string | undefined
  onChange: (value: string) => void
  /** What stands there while nothing is chosen. */
  placeholder: string
  error?: string | undefined
  hint?: string
  isRequired?: boolean
  isDisabled?: boolean
}
