import { buttonClass } from '../button/button-class'
import type { PhoneProps } from './phone.types'
import styles from './phone.module.scss'

export function Phone({ number, action }: PhoneProps) {
  if (action !== undefined) {
    return (
      <a href={`tel:${number}`} className={[buttonClass({ kind: 'primary' }), styles.action].join(' ')}>
        {action}
      </a>
    )
  }
  return (
    <a href={`tel:${number}`} className={styles.phone} aria-label={`拨打 ${number}`}>
      {number}
    </a>
  )
}
