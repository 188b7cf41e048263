import { Button } from '../button/button'
import type { DateFieldProps } from './date-field.types'

/** WeChat's wheel has no way to choose nothing, and not every browser's calendar has. */
export function ClearDate({ label, value, isRequired, onChange }: DateFieldProps) {
  if (isRequired || value === '') return null
  return (
    <Button kind="plain" size="small" label={`清除${label}`} onPress={() => onChange('')}>
      清除
    </Button>
  )
}
