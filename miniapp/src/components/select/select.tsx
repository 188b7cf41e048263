import { Picker, View } from '@tarojs/components'
import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import styles from '../field/field.module.scss'
import type { SelectProps } from './select.types'

export function Select(props: SelectProps) {
  const { id, label, options, value, onChange, placeholder, error, hint, isRequired, isDisabled } = props
  const index = options.findIndex((option) => option.value === value)
  const word = options[index]?.word ?? placeholder
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
        mode="selector"
        range={options.map((option) => option.word)}
        value={Math.max(index, 0)}
        disabled={Boolean(isDisabled)}
        onChange={(event) => {
          const chosen = options[Number(event.detail.value)]
          if (chosen) onChange(chosen.value)
        }}
      >
        <View
          className={[styles.control, error !== undefined && styles.wrong].filter(Boolean).join(' ')}
          ariaRole="button"
          ariaLabel={[label, word, error].filter((part) => part !== undefined).join('，')}
          ariaDisabled={Boolean(isDisabled)}
        >
          {word}
        </View>
      </Picker>
    </FieldFrame>
  )
}
