export interface PhoneProps {
  /** As it is dialled. */
  number: string
  /** Words instead of the bare number, drawn as the action of a screen. */
  action?: string
}
