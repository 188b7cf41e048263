/** What the privacy module owes a column that holds a person's id. */
export interface Owed {
  /** Where `me.stored` counts it and `me.export` gives it: a path into the answer. */
  readonly stored?: string
  readonly exported?: string
  /** What an account that was deleted leaves in the column: nothing, or an id that leads to an empty person. */
  readonly after: 'nothing' | 'id'
  /** Why a path is missing, or why the id stays. */
  readonly why?: string
}

const facts = 'that it happened is a fact; the id leads to a person of whom nothing else is known (docs/adr/0009)'
const technical = 'needed to sign in; it says nothing of what somebody did'

/** Columns, as `table.property`, in which a resident's id may stand. */
export const ofResidents: Readonly<Record<string, Owed>> = {
  'accounts.personId': { after: 'nothing', why: technical },
  'sessions.personId': { stored: 'sessions', after: 'nothing', why: technical },
  'wechat_identities.personId': { after: 'nothing', why: technical },
  'consents.personId': { stored: 'consents', exported: 'consents', after: 'id', why: 'proof of what was agreed to' },
  'files.uploaderId': { stored: 'pictures', after: 'nothing', why: 'pictures are seen with their orders' },
  'notices.recipientId': {
    ...{ stored: 'notices', after: 'nothing' },
    why: 'codes about orders and bookings that are in the export themselves',
  },
  'orders.ownerId': { stored: 'orders.own', exported: 'orders', after: 'id', why: facts },
  'orders.placedById': { stored: 'orders.own', exported: 'orders', after: 'id', why: facts },
  'order_events.actorId': { stored: 'orders.ratings', exported: 'orders.0.events', after: 'id', why: facts },
  'order_seconds.personId': {
    ...{ stored: 'orders.seconds', exported: 'seconds', after: 'id' },
    why: 'keeps the number of those who need it, and a second time out',
  },
  'wish_thanks.personId': {
    exported: 'orders.0.thanks',
    after: 'nothing',
    why: 'counted with the order it belongs to',
  },
  'needs.ownerId': { stored: 'participation.needs', exported: 'participation.needs', after: 'nothing' },
  'needs.writtenById': { stored: 'participation.needs', exported: 'participation.needs', after: 'id', why: facts },
  'pledge_comments.authorId': {
    ...{ stored: 'participation.comments', exported: 'participation.comments', after: 'id', why: facts },
  },
  'pledge_objections.personId': {
    ...{ stored: 'participation.objections', exported: 'participation.objections', after: 'id', why: facts },
  },
  'pledge_ratings.personId': {
    ...{ stored: 'participation.ratings', exported: 'participation.ratings', after: 'id', why: facts },
  },
  'pledge_events.actorId': {
    ...{ stored: 'participation.objections', exported: 'participation.objections', after: 'id' },
    why: 'the chain goes by hashes of commitments; words and salts are deleted (docs/adr/0021)',
  },
  'pledge_vote_roster.personId': {
    ...{ stored: 'participation.votes', exported: 'participation.votes', after: 'id' },
    why: 'one person, one vote; it says nothing of the choice (docs/adr/0020)',
  },
  'survey_participations.personId': {
    ...{ stored: 'surveys', exported: 'surveys', after: 'id' },
    why: 'one person, one ballot; it says nothing of the answers (docs/adr/0022)',
  },
  'bookings.ownerId': { stored: 'bookings.own', exported: 'bookings', after: 'id', why: facts },
  'bookings.placedById': { stored: 'bookings.own', exported: 'bookings', after: 'id', why: facts },
  'bookings.subjectKey': { stored: 'bookings.own', exported: 'bookings', after: 'id', why: facts },
  'booking_events.actorId': { stored: 'bookings.own', exported: 'bookings', after: 'id', why: facts },
  'booking_persons.subjectKey': { stored: 'bookings.own', exported: 'bookings', after: 'nothing' },
  'tickets.personId': { stored: 'bookings.tickets', exported: 'tickets', after: 'id', why: facts },
  'waitlist_entries.personId': { stored: 'bookings.waiting', exported: 'waits', after: 'id', why: facts },
  'volunteers.personId': { stored: 'volunteering.teams', exported: 'volunteering.teams', after: 'id', why: facts },
  'signups.personId': {
    ...{ stored: 'volunteering.activities', exported: 'volunteering.signups', after: 'id', why: facts },
  },
  'point_entries.personId': {
    ...{ stored: 'volunteering.points', exported: 'volunteering.entries', after: 'id' },
    why: 'the ledger adds up as long as nothing is taken out of it',
  },
  'point_balances.personId': {
    ...{ stored: 'volunteering.points', exported: 'volunteering.points', after: 'id' },
    why: 'the sum of the ledger',
  },
  'redemptions.personId': {
    ...{ stored: 'volunteering.redemptions', exported: 'volunteering.redemptions', after: 'id', why: facts },
  },
}

/**
 * Columns that only someone who holds a role is written into. What is decided in office is the office's record: it is
 * counted nowhere, and an account with a role cannot be deleted.
 */
export const ofStaff: readonly string[] = [
  'memberships.personId',
  ...['ledger_exports.personId', 'ledger_exports.membershipId', 'contact_views.viewerId', 'contact_views.membershipId'],
  ...['exclusions.proposedById', 'exclusions.decidedById', 'rating_flags.lookedById', 'orders.assigneeId'],
  ...['order_events.membershipId', 'booking_events.membershipId', 'point_entries.byMembershipId'],
  ...['pledge_rule_versions.setByPersonId', 'score_rule_versions.setByPersonId', 'point_rule_versions.setByPersonId'],
  ...['score_freezes.membershipId', 'score_freeze_acts.frozenByPersonId', 'templates.createdById'],
  'wish_thanks.decidedById',
  ...['member_changes.membershipId', 'member_changes.byMembershipId'],
  ...['whistle_events.actorId', 'whistle_events.membershipId', 'surveys.createdById', 'activities.createdById'],
  ...['survey_participations.helpedById', 'service_item_versions.membershipId', 'calendar_overrides.setByPersonId'],
  ...['calendar_years.setByPersonId', 'limit_versions.setByPersonId', 'booking_default_versions.setByPersonId'],
]

/** Names of columns as wide as an id that hold the id of a thing, whatever the table. */
export const ofThings: ReadonlySet<string> = new Set([
  ...['activityId', 'bookingId', 'candidateId', 'eventId', 'groupId', 'hallId', 'itemId', 'listId', 'mergedIntoId'],
  ...['needId', 'orderId', 'pledgeId', 'pledgeListId', 'resourceId', 'rewardId', 'serviceItemId', 'slotId', 'surveyId'],
  ...['ticketId', 'viaOrderId', 'waitId', 'whistleId', 'subjectId'],
])
/** The same of single columns whose names would be a person's elsewhere. */
export const alsoOfThings: ReadonlySet<string> = new Set([
  // A server that runs jobs.
  'job_leases.ownerId',
  // Of an order or an org (docs/adr/0013).
  'device_signs.subject',
  ...['calendars.stamp', 'score_counters.code', 'score_corrections.code'],
])

/** Sealed columns in which nobody's name stands: ballots are tied to no one (docs/adr/0022). */
export const sealedForNobody: readonly string[] = ['survey_keys.sealed', 'survey_boxes.sealed']
