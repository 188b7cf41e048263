import type { FieldProps } from '../field/field.types'

/** Always counted, because what a person writes may be long. */
export type TextAreaProps = Omit<FieldProps, 'type' | 'maxLength' | 'autoComplete'> & {
  maxLength: number
  rows?: number
}
