import type { PickProps } from './pick.types'
import { pickClass } from './pick-class'
import styles from './pick.module.scss'

export function Pick({ label, isChosen, isOff, isStop = true, className, onPick, children }: PickProps) {
  return (
    <button
      type="button"
      className={pickClass(isChosen, isOff, className)}
      aria-pressed={isChosen}
      aria-disabled={isOff}
      tabIndex={isStop ? undefined : -1}
      onClick={() => {
        if (!isOff) onPick()
      }}
    >
      {/* The name as text, not as a label: who speaks to the device may also say what is drawn. */}
      <span className={styles.name}>{label}</span>
      <span className={styles.drawn} aria-hidden>
        {children}
      </span>
    </button>
  )
}
