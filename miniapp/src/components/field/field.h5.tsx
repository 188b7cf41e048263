import { useFieldId } from '@/hooks/use-field-id'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from './field-frame'
import type { FieldProps } from './field.types'
import styles from './field.module.scss'

export function Field(props: FieldProps) {
  const { id, label, value, onChange, error, hint, placeholder, type = 'text', maxLength, isRequired } = props
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <label htmlFor={ownId} className={props.isLabelUnseen ? styles.unseen : styles.label}>
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
        className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
        type={type === 'number' ? 'text' : type}
        inputMode={type === 'number' ? 'numeric' : undefined}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        autoComplete={props.autoComplete ?? 'off'}
        required={isRequired}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(ownId, hint, error)}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // While an input method is composing, Enter takes its words.
          if (!props.onEnter || event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          props.onEnter()
        }}
      />
    </FieldFrame>
  )
}
