export interface ConfirmPhoneProps {
  /** There is a phone already, which a new one replaces. */
  isKnown: boolean
  /** The server asks WeChat; else nothing can be confirmed here. */
  isOffered: boolean
  isBusy: boolean
  /** With the code that the server exchanges for the number. */
  onCode: (code: string) => void
}
