import type { Draft } from './draft'
import type { FieldErrors } from './field-errors'

/** What each group of fields is given. */
export interface FieldsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  errors: FieldErrors
}
