import { useFieldId } from '@/hooks/use-field-id'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from '../field/field-frame'
import fieldStyles from '../field/field.module.scss'
import styles from './text-area.module.scss'
import type { TextAreaProps } from './text-area.types'

export function TextArea(props: TextAreaProps) {
  const { id, label, value, onChange, error, hint, placeholder, maxLength, isRequired, rows = 4 } = props
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} hint={hint} error={error} count={`${value.length}/${maxLength}`}>
      <label htmlFor={ownId} className={fieldStyles.label}>
        {label}
        {!isRequired && (
          <Box as="span" className={fieldStyles.optional}>
            选填
          </Box>
        )}
      </label>
      <textarea
        id={ownId}
        name={id}
        className={[fieldStyles.control, styles.area, error !== undefined && fieldStyles.wrong]
          .filter(Boolean)
          .join(' ')}
        rows={rows}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        required={isRequired}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(ownId, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  )
}
