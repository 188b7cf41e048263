import { FieldFrame, describedBy } from '../field/field-frame'
import type { CheckboxProps } from './checkbox.types'
import styles from './checkbox.module.scss'

export function Checkbox({ id, label, readOut, isChecked, onChange, error }: CheckboxProps) {
  return (
    <FieldFrame id={id} error={error}>
      <label className={styles.row}>
        <input
          id={id}
          type="checkbox"
          className={styles.input}
          checked={isChecked}
          aria-label={readOut}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(id, undefined, error)}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={styles.words}>{label}</span>
      </label>
    </FieldFrame>
  )
}
