import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import type { NumberField } from '@/words/booking-rules'
import styles from './number-fields.module.scss'

interface NumberFieldsProps<Key extends string> {
  /** Ids of the fields begin with it. */
  id: string
  fields: readonly NumberField<Key>[]
  values: Readonly<Record<Key, string>>
  /** What holds where a field is left empty; fields that are not in it need a number. */
  followed?: Readonly<Partial<Record<Key, number>>>
  /** What to say below a field beside that. */
  hints?: Readonly<Partial<Record<Key, string>>>
  errors: Readonly<Record<string, string>>
  onChange: (values: Readonly<Record<Key, string>>) => void
}

/** Whole numbers, two beside each other on a desk. */
export function NumberFields<Key extends string>(props: NumberFieldsProps<Key>) {
  const { id, fields, values, followed, hints, errors, onChange } = props
  const hintOf = (key: Key) => {
    const value = followed?.[key]
    if (value === undefined) return hints?.[key]
    return values[key].trim() === '' ? `照区里的规定：${value}` : `空着就照区里的规定：${value}`
  }
  return (
    <Box className={styles.fields}>
      {fields.map(({ key, label }) => (
        <Field
          key={key}
          id={`${id}-${key}`}
          label={label}
          type="number"
          value={values[key]}
          maxLength={5}
          hint={hintOf(key)}
          error={errors[`${id}-${key}`]}
          onChange={(words) => onChange({ ...values, [key]: words })}
          isRequired={followed?.[key] === undefined}
        />
      ))}
    </Box>
  )
}
