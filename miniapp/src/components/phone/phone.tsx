import { View } from '@tarojs/components'
import { callPhone } from '@/platform/phone'
import type { PhoneProps } from './phone.types'
import styles from './phone.module.scss'

/** A number that a tap dials. */
export function Phone({ number }: PhoneProps) {
  return (
    <View
      className={styles.phone ?? ''}
      ariaRole="link"
      ariaLabel={`拨打 ${number}`}
      hoverClass="none"
      onClick={() => callPhone(number)}
    >
      {number}
    </View>
  )
}
