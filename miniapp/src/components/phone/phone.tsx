import { View } from '@tarojs/components'
import { callPhone } from '@/platform/phone'
import { buttonClass } from '../button/button-class'
import type { PhoneProps } from './phone.types'
import styles from './phone.module.scss'

/** A number that a tap dials. */
export function Phone({ number, action }: PhoneProps) {
  const look =
    action === undefined
      ? (styles.phone ?? '')
      : [buttonClass({ kind: 'primary' }), styles.action].filter(Boolean).join(' ')
  return (
    <View
      className={look}
      ariaRole="link"
      ariaLabel={action ?? `拨打 ${number}`}
      hoverClass="none"
      onClick={() => callPhone(number)}
    >
      {action ?? number}
    </View>
  )
}
