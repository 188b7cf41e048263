import { View } from '@tarojs/components'
import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import type { ChoiceProps } from './choice.types'
import styles from './choice.module.scss'

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { id, label, options, value, onChange, error, hint, isInline } = props
  return (
    <FieldFrame id={id} hint={hint} error={error}>
      <View id={id} ariaRole="radiogroup" ariaLabel={error === undefined ? label : `${label}，${error}`}>
        <Box className={styles.label}>{label}</Box>
        <Box className={[styles.options, isInline && styles.inline].filter(Boolean).join(' ')}>
          {options.map((option) => (
            <View
              key={option.value}
              className={[styles.option, option.value === value && styles.chosen].filter(Boolean).join(' ')}
              ariaRole="radio"
              ariaChecked={option.value === value}
              ariaLabel={option.word}
              onClick={() => onChange(option.value)}
            >
              <Box className={styles.mark} isHidden />
              <Box className={styles.words}>
                {option.word}
                {option.detail !== undefined && <Box className={styles.detail}>{option.detail}</Box>}
              </Box>
            </View>
          ))}
        </Box>
      </View>
    </FieldFrame>
  )
}
