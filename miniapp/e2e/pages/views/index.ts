import type { PageName } from '../../../src/platform/pages'
import { residentViews } from './resident'
import { togetherViews } from './together'
import { staffViews } from './staff'
import { pledgesViews } from './pledges'
import { bookingsViews } from './bookings'
import type { PageView } from './page-view'

export type { PageView } from './page-view'

/**
 * Every page of the mini program, each as those see it for whom it is, the richest sight first. A page without one
 * fails the run.
 */
export const pageViews: Record<PageName, readonly PageView[]> = {
  ...residentViews,
  ...togetherViews,
  ...staffViews,
  ...pledgesViews,
  ...bookingsViews,
}
