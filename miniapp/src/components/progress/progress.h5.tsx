import type { ProgressProps } from './progress.types'
import styles from './progress.module.scss'

export function Progress({ label, value, words }: ProgressProps) {
  return (
    <div className={styles.progress}>
      <span className={styles.words} aria-hidden="true">
        {words}
      </span>
      <progress className={styles.track} value={value} max={100} aria-label={label} aria-valuetext={words} />
    </div>
  )
}
