import { useId } from 'react'
import type { SwitchProps } from './switch.types'
import styles from './switch.module.scss'

export function Switch({ label, detail, isOn, isBusy, error, onTurn }: SwitchProps) {
  const id = useId()
  return (
    <div>
      <button
        type="button"
        role="switch"
        className={styles.row}
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-detail`}
        aria-disabled={isBusy || undefined}
        onClick={() => !isBusy && onTurn(!isOn)}
      >
        <span className={styles.words}>
          <span id={`${id}-label`}>{label}</span>
          <span id={`${id}-detail`} className={styles.detail}>
            {detail}
          </span>
        </span>
        <span className={[styles.track, isOn && styles.on].filter(Boolean).join(' ')}>
          <span className={styles.knob} />
        </span>
      </button>
      {error !== undefined && (
        <div className={styles.error} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
