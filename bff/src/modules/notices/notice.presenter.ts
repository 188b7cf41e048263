import type { Notice } from '@xinban/shared/contracts'
import { formatInstant, noticeWords } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { findShownNeedTitles } from '../needs'
import { findBookingTitles } from '../bookings'
import { findShownTitles } from '../orders'
import { findOrgs } from '../orgs'
import { findPledgeTitles } from '../pledges'
import { findSurveyTitles } from '../surveys'
import { findActivities } from '../volunteers'
import { findWhistleTitles } from '../whistles'
import type { NoticeRow } from './notice.entity'
import { countUnreadOf, findNotice, listNotices } from './notice.repository'

/** Words from codes and from what the reader may see at this moment: a few queries for a page. */
async function noticePresenter(ctx: Ctx, rows: readonly NoticeRow[]): Promise<(row: NoticeRow) => Notice> {
  const orgs = await findOrgs(
    ctx.services.db.reader,
    rows.flatMap(({ data }) => [data.byCode ?? null, data.toCode ?? null]),
  )
  const activities = await findActivities(ctx.services.db.reader, idsOf(rows, 'activity'))
  const titles = await findTitles(ctx, rows, activities)
  const nameOf = (code: string | undefined) => (code === undefined ? undefined : orgs.get(code)?.name)
  return ({ id, kind, data, subjectType, subjectId, createdAt, readAt }) => ({
    id,
    kind,
    words: noticeWords({
      ...{ kind, data, by: nameOf(data.byCode), to: nameOf(data.toCode), now: ctx.now },
      // Whoever has the notice had signed up.
      note: activities.get(subjectId)?.cancelNote ?? undefined,
    }),
    subject: { type: subjectType, id: subjectId, title: titles.get(subjectId) ?? null },
    at: formatInstant(createdAt),
    isRead: readAt !== null,
  })
}

const idsOf = (rows: readonly NoticeRow[], type: NoticeRow['subjectType']): string[] =>
  rows.flatMap(({ subjectType, subjectId }) => (subjectType === type ? [subjectId] : []))

/** Titles of what notices are about, as far as the reader may see them: one query for each kind that is there. */
async function findTitles(
  ctx: Ctx,
  rows: readonly NoticeRow[],
  activities: ReadonlyMap<string, { readonly title: string }>,
): Promise<Map<string, string>> {
  const [needs, pledges, bookings] = [idsOf(rows, 'need'), idsOf(rows, 'pledge'), idsOf(rows, 'booking')]
  const whistles = [...new Set(idsOf(rows, 'whistle'))]
  return new Map([
    ...(await findShownTitles(ctx, idsOf(rows, 'order'))),
    ...(needs.length > 0 ? await findShownNeedTitles(ctx, needs) : []),
    ...(pledges.length > 0 ? await findPledgeTitles(ctx.services.db.reader, pledges) : []),
    ...(whistles.length > 0 ? await findWhistleTitles(ctx, whistles) : []),
    ...(await findSurveyTitles(ctx.services.db.reader, idsOf(rows, 'survey'))),
    ...[...activities].map(([id, { title }]) => [id, title] as const),
    ...(bookings.length > 0 ? await findBookingTitles(ctx, bookings) : []),
  ])
}

export async function presentNotices(ctx: Ctx, query: { limit: number; cursor?: string; unread?: 'true' | 'false' }) {
  const rows = await listNotices(ctx.services.db.reader, {
    personId: ctx.actor.personId,
    isUnread: query.unread === 'true',
    beforeId: decodeCursor(query.cursor),
    limit: query.limit + 1,
  })
  return pageOf(rows, query.limit, ({ id }) => id, await noticePresenter(ctx, rows))
}

/** Throws not_found for a notice of someone else. */
export async function presentNotice(ctx: Ctx, id: string): Promise<Notice> {
  const row = await findNotice(ctx.services.db.reader, ctx.actor.personId, id)
  if (!row) throw notFound('这条消息')
  return (await noticePresenter(ctx, [row]))(row)
}

/** Notices that the actor has not read, up to 100. */
export const countUnread = ({ services, actor }: Ctx): Promise<number> =>
  countUnreadOf(services.db.reader, actor.personId)
