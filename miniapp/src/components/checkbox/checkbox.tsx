import { View } from '@tarojs/components'
import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import type { CheckboxProps } from './checkbox.types'
import styles from './checkbox.module.scss'

export function Checkbox({ id, label, readOut, isChecked, onChange, error }: CheckboxProps) {
  return (
    <FieldFrame id={id} error={error}>
      <View
        id={id}
        className={styles.row ?? ''}
        ariaRole="checkbox"
        ariaChecked={isChecked}
        ariaLabel={[readOut ?? label, error].filter((part) => part !== undefined).join('，')}
        onClick={() => onChange(!isChecked)}
      >
        <Box className={[styles.mark, isChecked && styles.checked].filter(Boolean).join(' ')} isHidden>
          {isChecked ? '✓' : ''}
        </Box>
        <Box className={styles.words}>{label}</Box>
      </View>
    </FieldFrame>
  )
}
