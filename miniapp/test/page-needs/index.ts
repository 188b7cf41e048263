import type { PageName } from '@/platform/pages'
import { residentNeeds } from './resident'
import { wishesNeeds } from './wishes'
import { staffNeeds } from './staff'
import { pledgesNeeds } from './pledges'
import { bookingsNeeds } from './bookings'
import type { PageNeeds } from './page-need'

export type { PageNeeds } from './page-need'

/** What every page owes whoever opens it. A page that is not here fails the types. */
export const pageNeeds: Record<PageName, PageNeeds> = {
  ...residentNeeds,
  ...wishesNeeds,
  ...staffNeeds,
  ...pledgesNeeds,
  ...bookingsNeeds,
}
