import { useFieldId } from '@/hooks/use-field-id'
import { FieldFrame, describedBy } from '../field/field-frame'
import type { CheckboxProps } from './checkbox.types'
import styles from './checkbox.module.scss'

export function Checkbox({ id, label, readOut, isChecked, onChange, error }: CheckboxProps) {
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} error={error}>
      <label className={styles.row}>
        <input
          id={ownId}
          type="checkbox"
          className={styles.input}
          checked={isChecked}
          aria-label={readOut}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(ownId, undefined, error)}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={styles.words}>{label}</span>
      </label>
    </FieldFrame>
  )
}
