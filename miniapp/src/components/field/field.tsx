import { Input, View } from '@tarojs/components'
import { Box } from '../box/box'
import { FieldFrame } from './field-frame'
import type { FieldProps } from './field.types'
import styles from './field.module.scss'

export function Field(props: FieldProps) {
  const { id, label, value, onChange, error, hint, placeholder, type = 'text', maxLength, isRequired } = props
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      {!props.isLabelUnseen && (
        <View className={styles.label ?? ''}>
          {label}
          {!isRequired && (
            <Box as="span" className={styles.optional}>
              选填
            </Box>
          )}
        </View>
      )}
      <Input
        id={id}
        name={id}
        className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
        type={type === 'number' || type === 'tel' ? 'number' : 'text'}
        password={type === 'password'}
        value={value}
        maxlength={maxLength ?? -1}
        placeholder={placeholder ?? ''}
        placeholderStyle="color: #6b7280"
        confirmType={type === 'search' ? 'search' : 'done'}
        ariaLabel={error === undefined ? label : `${label}，${error}`}
        onInput={(event) => onChange(event.detail.value)}
        {...(props.onEnter && { onConfirm: props.onEnter })}
      />
    </FieldFrame>
  )
}
