import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import type { NumberField } from './number-fields'
import styles from './index.module.scss'

interface NumberFieldsProps<Key extends string> {
  /** Ids of the fields begin with it. */
  id: string
  fields: readonly NumberField<Key>[]
  values: Readonly<Record<Key, string>>
  errors: Readonly<Record<string, string>>
  onChange: (values: Readonly<Record<Key, string>>) => void
}

export function NumberFields<Key extends string>({ id, fields, values, errors, onChange }: NumberFieldsProps<Key>) {
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
          error={errors[`${id}-${key}`]}
          onChange={(words) => onChange({ ...values, [key]: words })}
          isRequired
        />
      ))}
    </Box>
  )
}
