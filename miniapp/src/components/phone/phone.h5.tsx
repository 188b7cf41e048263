import type { PhoneProps } from './phone.types'
import styles from './phone.module.scss'

export function Phone({ number }: PhoneProps) {
  return (
    <a href={`tel:${number}`} className={styles.phone} aria-label={`拨打 ${number}`}>
      {number}
    </a>
  )
}
