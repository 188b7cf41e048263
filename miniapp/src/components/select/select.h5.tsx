import { useFieldId } from '@/hooks/use-field-id'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from '../field/field-frame'
import styles from '../field/field.module.scss'
import type { SelectProps } from './select.types'

export function Select(props: SelectProps) {
  const { id, label, options, value, onChange, placeholder, error, hint, isRequired, isDisabled } = props
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
      <select
        id={ownId}
        className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
        value={value ?? ''}
        disabled={isDisabled}
        required={isRequired}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(ownId, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="" disabled>
          {placeholder}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.word}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
