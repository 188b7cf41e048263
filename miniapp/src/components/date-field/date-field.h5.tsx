import { useFieldId } from '@/hooks/use-field-id'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from '../field/field-frame'
import styles from '../field/field.module.scss'
import { ClearDate } from './clear-date'
import type { DateFieldProps } from './date-field.types'

/** The browser's own calendar, with its keys. */
export function DateField(props: DateFieldProps) {
  const { id, label, value, onChange, min, max, error, hint, isRequired } = props
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <label htmlFor={ownId} className={styles.label}>
        {label}
        {!isRequired && (
          <Box as="span" className={styles.optional}>
            选填
          </Box>
        )}
      </label>
      <input
        id={ownId}
        name={id}
        type="date"
        className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
        value={value}
        min={min}
        max={max}
        required={isRequired}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(ownId, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      />
      <ClearDate {...props} />
    </FieldFrame>
  )
}
