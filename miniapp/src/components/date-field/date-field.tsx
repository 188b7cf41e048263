import { Picker, View } from '@tarojs/components'
import { FieldFrame } from '../field/field-frame'
import styles from '../field/field.module.scss'
import type { DateFieldProps } from './date-field.types'

export function DateField({ id, label, value, onChange, error, hint }: DateFieldProps) {
  const word = value === '' ? '请选择日期' : value
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <View className={styles.label ?? ''}>{label}</View>
      <Picker id={id} mode="date" value={value} onChange={(event) => onChange(event.detail.value)}>
        <View
          className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
          ariaRole="button"
          ariaLabel={`${label}，${word}`}
        >
          {word}
        </View>
      </Picker>
    </FieldFrame>
  )
}
