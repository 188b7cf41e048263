import type { ConfirmPhoneProps } from './confirm-phone.types'
import { ConfirmElsewhere } from './confirm-elsewhere'

/** A browser knows of no phone. */
export function ConfirmPhone(_props: ConfirmPhoneProps) {
  return <ConfirmElsewhere />
}
