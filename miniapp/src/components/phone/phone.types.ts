export interface PhoneProps {
  /** As it is dialled. */
  number: string
}
