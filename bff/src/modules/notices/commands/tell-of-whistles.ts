import {
  chinaDate,
  whistleNoticeRules,
  type NoticeData,
  type WhistleAudience,
  type WhistleStep,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../../db/ids'
import type { OutboxHandler } from '../../../outbox/dispatcher'
import { findWhistleNews, type WhistleNews } from '../../whistles'
import { membersAt } from '../audience.queries'
import { inbox } from '../notice.repository'

interface Payload {
  readonly whistleId?: string
  readonly eventId?: string
  /** Of an overdue. */
  readonly departmentCode?: string
  readonly step?: WhistleStep
}

/** Tells the street, the departments and the district what the table of rules names, but for whoever did it. */
export const tellOfWhistles: OutboxHandler = {
  name: 'whistle-notices',
  topics: Object.keys(whistleNoticeRules),
  async handle(em, message) {
    const { whistleId, eventId, departmentCode, step } = message.payload as Payload
    const news = whistleId === undefined ? undefined : await findWhistleNews(em, whistleId, eventId)
    if (!news) return
    const { whistle, event } = news
    const about = departmentCode ?? event?.departmentCode ?? undefined
    const data: NoticeData = {
      ...(event && { byCode: event.actorOrgCode }),
      ...(about !== undefined && { toCode: about }),
      ...(step && { step }),
    }
    const told = new Set([event?.actorId])
    for (const { to, kind, when, isGathered } of whistleNoticeRules[message.topic] ?? []) {
      if (when?.(event?.data.decision) === false) continue
      for (const recipientId of (await Promise.all(to.map((who) => peopleOf(em, who, news, about)))).flat()) {
        if (told.has(recipientId)) continue
        told.add(recipientId)
        await inbox.send(em, {
          ...{ id: newId(message.createdAt), recipientId, kind, subjectType: 'whistle', subjectId: whistle.id },
          source: isGathered ? `${whistle.id}:${chinaDate(message.createdAt)}` : message.id,
          data: isGathered ? { count: 1 } : data,
          ...{ createdAt: message.createdAt, readAt: null },
        })
      }
    }
  },
}

async function peopleOf(
  em: EntityManager,
  audience: WhistleAudience,
  { whistle, parties, event }: WhistleNews,
  about: string | undefined,
): Promise<string[]> {
  switch (audience) {
    case 'street':
      return membersAt(em, whistle.streetCode, ['street_staff'])
    case 'district':
      return membersAt(em, whistle.districtCode, ['district_admin'])
    case 'department':
      return about === undefined ? [] : membersAt(em, about, ['unit_staff'])
    case 'others': {
      const others = parties.filter(
        ({ state, departmentCode }) => state !== 'excused' && departmentCode !== event?.actorOrgCode,
      )
      return (
        await Promise.all(others.map(({ departmentCode }) => membersAt(em, departmentCode, ['unit_staff'])))
      ).flat()
    }
  }
}
