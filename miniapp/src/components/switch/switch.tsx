import { View } from '@tarojs/components'
import { Box } from '../box/box'
import type { SwitchProps } from './switch.types'
import styles from './switch.module.scss'

/** Turns one thing on or off at once, without a form around it. */
export function Switch({ label, detail, isOn, isBusy, error, onTurn }: SwitchProps) {
  return (
    <Box>
      <View
        className={styles.row ?? ''}
        ariaRole="switch"
        ariaChecked={isOn}
        ariaLabel={`${label}，${detail}`}
        ariaDisabled={Boolean(isBusy)}
        onClick={() => {
          if (!isBusy) onTurn(!isOn)
        }}
      >
        <Box className={styles.words}>
          {label}
          <Box className={styles.detail}>{detail}</Box>
        </Box>
        <Box className={[styles.track, isOn && styles.on].filter(Boolean).join(' ')} isHidden>
          <Box className={styles.knob} />
        </Box>
      </View>
      {error !== undefined && (
        <Box className={styles.error} role="alert">
          {error}
        </Box>
      )}
    </Box>
  )
}
