import type { ChipsProps } from './chips.types'
import styles from './chips.module.scss'

export function Chips<Value extends string | number>({ label, options, chosen, onToggle }: ChipsProps<Value>) {
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {options.map(({ value, word }) => (
        <button
          key={value}
          type="button"
          className={[styles.chip, chosen.includes(value) && styles.chosen].filter(Boolean).join(' ')}
          aria-pressed={chosen.includes(value)}
          onClick={() => onToggle(value)}
        >
          {word}
        </button>
      ))}
    </div>
  )
}
