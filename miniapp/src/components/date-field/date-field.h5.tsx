import { useFieldId } from '@/hooks/use-field-id'
import { FieldFrame, describedBy } from '../field/field-frame'
import styles from '../field/field.module.scss'
import type { DateFieldProps } from './date-field.types'

export function DateField({ id, label, value, onChange, error, hint }: DateFieldProps) {
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <label htmlFor={ownId} className={styles.label}>
        {label}
      </label>
      <input
        id={ownId}
        name={id}
        type="date"
        className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
        value={value}
        required
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(ownId, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  )
}
