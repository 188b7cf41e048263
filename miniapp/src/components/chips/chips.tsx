import { View } from '@tarojs/components'
import type { ChipsProps } from './chips.types'
import styles from './chips.module.scss'

/** Several of many, each on or off by a tap. */
export function Chips<Value extends string | number>({ label, options, chosen, onToggle }: ChipsProps<Value>) {
  return (
    <View className={styles.chips ?? ''} ariaRole="group" ariaLabel={label}>
      {options.map(({ value, word }) => (
        <View
          key={value}
          className={[styles.chip, chosen.includes(value) && styles.chosen].filter(Boolean).join(' ')}
          ariaRole="checkbox"
          ariaChecked={chosen.includes(value)}
          ariaLabel={word}
          onClick={() => onToggle(value)}
        >
          {word}
        </View>
      ))}
    </View>
  )
}
