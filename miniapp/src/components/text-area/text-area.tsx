import { Textarea, View } from '@tarojs/components'
import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import styles from '../field/field.module.scss'
import type { TextAreaProps } from './text-area.types'

const lineHeight = 26

export function TextArea(props: TextAreaProps) {
  const { id, label, value, onChange, error, hint, placeholder, maxLength, isRequired, rows = 4 } = props
  return (
    <FieldFrame id={id} hint={hint} error={error} count={`${value.length}/${maxLength}`}>
      <View className={styles.label ?? ''}>
        {label}
        {!isRequired && (
          <Box as="span" className={styles.optional}>
            选填
          </Box>
        )}
      </View>
      <Textarea
        id={id}
        name={id}
        className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
        style={{ minHeight: `${rows * lineHeight}px` }}
        autoHeight
        value={value}
        maxlength={maxLength}
        placeholder={placeholder ?? ''}
        placeholderStyle="color: #6b7280"
        ariaLabel={error === undefined ? label : `${label}，${error}`}
        onInput={(event) => onChange(event.detail.value)}
      />
    </FieldFrame>
  )
}
