import { Box } from '../box/box'
import { Button } from '../button/button'
import styles from './stepper.module.scss'

interface StepperProps {
  label: string
  value: number
  min: number
  max: number
  /** What is counted, after the number. */
  unit: string
  /** Words of the two buttons. */
  less: string
  more: string
  hint?: string
  error?: string | undefined
  onChange: (value: number) => void
}

/** A small number by two buttons; nothing can be typed wrongly. */
export function Stepper({ label, value, min, max, unit, less, more, hint, error, onChange }: StepperProps) {
  return (
    <Box className={styles.stepper} role="group" label={label}>
      <Box as="span" className={styles.label}>
        {label}
      </Box>
      <Box className={styles.row}>
        <Button size="small" isDisabled={value <= min} onPress={() => onChange(value - 1)}>
          {less}
        </Button>
        <Box as="span" className={styles.value} role="status">
          {value} {unit}
        </Box>
        <Button size="small" isDisabled={value >= max} onPress={() => onChange(value + 1)}>
          {more}
        </Button>
      </Box>
      {hint !== undefined && (
        <Box as="p" className={styles.hint}>
          {hint}
        </Box>
      )}
      {error !== undefined && (
        <Box as="p" className={styles.error} role="alert">
          {error}
        </Box>
      )}
    </Box>
  )
}
