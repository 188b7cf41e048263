import type { PersonalData, Purpose } from '../../crypto/personal-data'
import type { OrderPrivate } from './order.entity'

/** What the sealed columns of `OrderPrivate` hold. */
export interface ContactDetails {
  name?: string
  phone?: string
  address?: string
}
export interface Beneficiary {
  name: string
  phone?: string
  relation: string
}
export interface Point {
  lat: number
  lng: number
}

type Personal = OrderPrivate | undefined

const open = <T extends object>(data: PersonalData, sealed: string | null | undefined, purpose: Purpose): T | null =>
  sealed ? data.openJson<T>(sealed, purpose) : null

export const openContact = (data: PersonalData, row: Personal) =>
  open<ContactDetails>(data, row?.contactSealed, 'contact')
export const openBeneficiary = (data: PersonalData, row: Personal) =>
  open<Beneficiary>(data, row?.beneficiarySealed, 'beneficiary')
export const openPoint = (data: PersonalData, row: Pick<OrderPrivate, 'pointSealed'> | undefined) =>
  open<Point>(data, row?.pointSealed, 'point')
