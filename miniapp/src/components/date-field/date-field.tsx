import { Picker, View } from '@tarojs/components'
import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import styles from '../field/field.module.scss'
import { ClearDate } from './clear-date'
import type { DateFieldProps } from './date-field.types'

export function DateField(props: DateFieldProps) {
  const { id, label, value, onChange, min, max, error, hint, isRequired } = props
  const word = value === '' ? '请选择日期' : value
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <View className={styles.label ?? ''}>
        {label}
        {!isRequired && (
          <Box as="span" className={styles.optional}>
            选填
          </Box>
        )}
      </View>
      <Picker
        id={id}
        mode="date"
        value={value}
        {...(min !== undefined && { start: min })}
        {...(max !== undefined && { end: max })}
        onChange={(event) => onChange(event.detail.value)}
      >
        <View
          className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
          ariaRole="button"
          ariaLabel={[label, word, error].filter((part) => part !== undefined).join('，')}
        >
          {word}
        </View>
      </Picker>
      <ClearDate {...props} />
    </FieldFrame>
  )
}
