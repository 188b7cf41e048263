import { useFieldId } from '@/hooks/use-field-id'
import { Box } from '../box/box'
import { FieldFrame, describedBy } from '../field/field-frame'
import type { ChoiceProps } from './choice.types'
import styles from './choice.module.scss'

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { id, label, options, value, onChange, error, hint, isInline } = props
  const ownId = useFieldId(id)
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <fieldset id={ownId} tabIndex={-1} className={styles.group} aria-describedby={describedBy(ownId, hint, error)}>
        <legend className={styles.label}>{label}</legend>
        <div className={[styles.options, isInline && styles.inline].filter(Boolean).join(' ')}>
          {options.map((option) => (
            <label
              key={option.value}
              className={[styles.option, option.value === value && styles.chosen].filter(Boolean).join(' ')}
            >
              <input
                type="radio"
                className={styles.input}
                name={ownId}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
              />
              <Box as="span" className={styles.mark} isHidden />
              <span className={styles.words}>
                {option.word}
                {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </FieldFrame>
  )
}
