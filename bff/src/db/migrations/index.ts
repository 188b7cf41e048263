import { MainJob1763769600000 } from './0001-main-job'
import { ContactViews1763856000000 } from './0002-contact-views'
import { PublicOrders1763942400000 } from './0003-public-orders'
import { OrderFeatures1764028800000 } from './0004-order-features'
import { Files1764115200000 } from './0005-files'
import { ServiceItemVersions1764633600000 } from './0010-service-item-versions'
import { PublicOrdersByStatus1764720000000 } from './0011-public-orders-by-status'
import { Places1764806400000 } from './0012-places'
import { PictureCounts1764892800000 } from './0013-picture-counts'
import { PasswordAttempts1764979200000 } from './0014-password-attempts'
import { Consents1765065600000 } from './0015-consents'
import { QueuesByUrgency1765152000000 } from './0016-queues-by-urgency'
import { Templates1765238400000 } from './0017-templates'
import { DeletedPersons1765324800000 } from './0018-deleted-persons'
import { Calendar1765411200000 } from './0019-calendar'
import { JobLeases1765497600000 } from './0020-job-leases'
import { Notices1765584000000 } from './0021-notices'
import { OrderClocks1765670400000 } from './0022-order-clocks'
import { Scores1765756800000 } from './0023-scores'
import { ScoreRules1765843200000 } from './0024-score-rules'
import { Ledgers1765929600000 } from './0025-ledgers'
import { DeviceTraces1766016000000 } from './0026-device-traces'
import { ComplexOrders1766188800000 } from './0028-complex-orders'
import { DefaultReviews1766275200000 } from './0029-default-reviews'
import { Wishes1766361600000 } from './0030-wishes'
import { JointClaims1766448000000 } from './0031-joint-claims'
import { Whistles1766534400000 } from './0032-whistles'
import { ActivityReminders1766620800000 } from './0033-activity-reminders'
import { WhistleWarnings1766707200000 } from './0034-whistle-warnings'
import { Volunteers1766793600000 } from './0035-volunteers'
import { Halls1766880000000 } from './0036-halls'
import { Bookings1766966400000 } from './0037-bookings'
import { Tickets1767052800000 } from './0038-tickets'
import { Needs1767225600000 } from './0040-needs'
import { Pledges1767312000000 } from './0041-pledges'
import { PledgeComments1767398400000 } from './0042-pledge-comments'
import { Surveys1767571200000 } from './0044-surveys'
import { WishActivities1767657600000 } from './0045-wish-activities'
import { TasksAndMemberChanges1767744000000 } from './0046-tasks-and-member-changes'
import { BookingDefaults1767830400000 } from './0047-booking-defaults'
import { OrderWindows1767916800000 } from './0048-order-windows'

/** In order. TypeORM runs what is missing and remembers what ran. */
export const migrations = [
  MainJob1763769600000,
  ContactViews1763856000000,
  PublicOrders1763942400000,
  OrderFeatures1764028800000,
  Files1764115200000,
  ServiceItemVersions1764633600000,
  PublicOrdersByStatus1764720000000,
  Places1764806400000,
  PictureCounts1764892800000,
  PasswordAttempts1764979200000,
  Consents1765065600000,
  QueuesByUrgency1765152000000,
  Templates1765238400000,
  DeletedPersons1765324800000,
  Calendar1765411200000,
  JobLeases1765497600000,
  Notices1765584000000,
  OrderClocks1765670400000,
  Scores1765756800000,
  ScoreRules1765843200000,
  Ledgers1765929600000,
  DeviceTraces1766016000000,
  ComplexOrders1766188800000,
  DefaultReviews1766275200000,
  Wishes1766361600000,
  JointClaims1766448000000,
  Whistles1766534400000,
  ActivityReminders1766620800000,
  WhistleWarnings1766707200000,
  Volunteers1766793600000,
  Halls1766880000000,
  Bookings1766966400000,
  Tickets1767052800000,
  Needs1767225600000,
  Pledges1767312000000,
  PledgeComments1767398400000,
  Surveys1767571200000,
  WishActivities1767657600000,
  TasksAndMemberChanges1767744000000,
  BookingDefaults1767830400000,
  OrderWindows1767916800000,
]
