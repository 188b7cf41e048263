import 'reflect-metadata'
import { IdempotencyKey } from '../http/idempotency-key.entity'
import { CalendarOverrideRow, CalendarRow, CalendarYearRow, LimitVersionRow } from '../modules/calendar/calendar.entity'
import { JobLease } from '../jobs/job-lease.entity'
import { ServiceItemOffer, ServiceItemRow, ServiceItemVersion } from '../modules/catalogue/service-item.entity'
import { BookingEventRow, BookingPersonRow, BookingRow } from '../modules/bookings/booking.entity'
import { TicketRow } from '../modules/bookings/tickets/ticket.entity'
import { WaitEntryRow } from '../modules/bookings/waitlist/wait-entry.entity'
import { BookingDefaultsRow, BookingSlotRow, HallDayRow, HallItemRow, HallRow } from '../modules/halls/hall.entity'
import { ConsentRow } from '../modules/consents/consent.entity'
import { FileRow } from '../modules/files/file.entity'
import {
  Account,
  MemberChangeRow,
  Membership,
  PasswordAttempts,
  Person,
  SessionRow,
  WechatIdentity,
} from '../modules/identity/identity.entity'
import { LedgerExportRow } from '../modules/ledgers/ledger-export.entity'
import { OrderClockRow } from '../modules/orders/clocks/order-clock.entity'
import { NoticeRow } from '../modules/notices/notice.entity'
import { ContactViewRow } from '../modules/orders/contact-view.entity'
import { DeviceSignRow } from '../modules/orders/devices/device-sign.entity'
import { RatingFlagRow } from '../modules/orders/devices/rating-flag.entity'
import { OrderEventRow, OrderEventText } from '../modules/orders/order-event.entity'
import { OrderSecond } from '../modules/orders/order-second.entity'
import { OrderPrivate, OrderRow } from '../modules/orders/order.entity'
import { Org } from '../modules/orgs/org.entity'
import { PlaceRow } from '../modules/places/place.entity'
import { ExclusionRow } from '../modules/orders/exclusions/exclusion.entity'
import { ScoreCorrection, ScoreCounter, ScoreFreeze } from '../modules/scores/score.entity'
import { ScoreFreezeAct, ScoreRuleVersion } from '../modules/scores/score-rules.entity'
import {
  SurveyBox,
  SurveyKey,
  SurveyOrg,
  SurveyParticipation,
  SurveyRow,
  SurveyTally,
  SurveyText,
} from '../modules/surveys/survey.entity'
import { NeedRow, NeedText } from '../modules/needs/need.entity'
import { PledgeEventRow, PledgeEventText } from '../modules/pledges/chain/pledge-event.entity'
import { CommentRow } from '../modules/pledges/comments/comment.entity'
import { CandidateRow, PledgeListRow, RosterRow } from '../modules/pledges/lists/pledge-list.entity'
import { ObjectionRow, PledgeRatingRow, PledgeRow } from '../modules/pledges/pledge.entity'
import { PledgeRuleVersion } from '../modules/pledges/rules/pledge-rules.entity'
import { TemplateRow } from '../modules/templates/template.entity'
import { ActivityReminderRow, ActivityRow, SignupRow } from '../modules/volunteers/activity.entity'
import { PointBalance, PointEntryRow, RedemptionRow, RewardRow } from '../modules/volunteers/market.entity'
import { PointRuleVersion, VolunteerRow, VolunteerTeamRow } from '../modules/volunteers/team.entity'
import { WhistleEventRow, WhistleEventText } from '../modules/whistles/whistle-event.entity'
import { DepartmentRow, WhistlePartyRow, WhistleRow } from '../modules/whistles/whistle.entity'
import { WishPartner } from '../modules/orders/wishes/wish-partner.entity'
import { WishThanks } from '../modules/orders/wishes/wish-thanks.entity'
import { UnitRow } from '../modules/units/unit.entity'
import { OutboxRow } from '../outbox/outbox.entity'
import { Meta } from './meta.entity'

/** Every table. A new entity is added here and in a migration; the drift test compares the two. */
export const entities = [
  Account,
  ActivityReminderRow,
  ActivityRow,
  PasswordAttempts,
  CalendarOverrideRow,
  CalendarRow,
  CalendarYearRow,
  ConsentRow,
  ContactViewRow,
  DeviceSignRow,
  ExclusionRow,
  FileRow,
  IdempotencyKey,
  LimitVersionRow,
  JobLease,
  LedgerExportRow,
  MemberChangeRow,
  Membership,
  Meta,
  OrderClockRow,
  NoticeRow,
  OrderEventRow,
  OrderEventText,
  OrderPrivate,
  OrderRow,
  OrderSecond,
  Org,
  OutboxRow,
  Person,
  PlaceRow,
  PointBalance,
  PointEntryRow,
  PointRuleVersion,
  RatingFlagRow,
  RedemptionRow,
  RewardRow,
  ScoreCorrection,
  ScoreCounter,
  ScoreFreeze,
  ScoreFreezeAct,
  ScoreRuleVersion,
  ServiceItemOffer,
  ServiceItemRow,
  ServiceItemVersion,
  SessionRow,
  SignupRow,
  SurveyBox,
  SurveyKey,
  SurveyOrg,
  SurveyParticipation,
  SurveyRow,
  SurveyTally,
  SurveyText,
  TemplateRow,
  VolunteerRow,
  VolunteerTeamRow,
  WechatIdentity,
  NeedRow,
  NeedText,
  PledgeListRow,
  CandidateRow,
  RosterRow,
  PledgeRow,
  PledgeRatingRow,
  ObjectionRow,
  PledgeEventRow,
  PledgeEventText,
  CommentRow,
  PledgeRuleVersion,
  BookingEventRow,
  BookingPersonRow,
  BookingRow,
  BookingSlotRow,
  BookingDefaultsRow,
  HallDayRow,
  HallItemRow,
  HallRow,
  TicketRow,
  WaitEntryRow,
  DepartmentRow,
  WhistleEventRow,
  WhistleEventText,
  WhistlePartyRow,
  WhistleRow,
  UnitRow,
  WishPartner,
  WishThanks,
]
