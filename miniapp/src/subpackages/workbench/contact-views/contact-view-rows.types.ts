import type { ContactView } from '@xinban/shared/contracts'

export interface ContactViewRowsProps {
  views: readonly ContactView[]
  now: Date
}
