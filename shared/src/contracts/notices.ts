import * as z from 'zod/mini'
import { noticeKinds } from '../domain/notices/notice-rules'
import { Id, Instant, PageQuery, page } from './common'

/** Bounded, so that counting stays cheap: 100 stands for more than 99. */
export const UnreadCount = z.int().check(z.gte(0), z.lte(100))

export const Notice = z.strictObject({
  id: Id,
  kind: z.enum(noticeKinds),
  /** One sentence for people. */
  words: z.string(),
  /** What it is about; its title is null when the caller may not see it (any more). */
  /** Of a booking the id may be that of a booking or, where someone waits, of a waitlist entry. */
  subject: z.strictObject({
    type: z.enum(['order', 'pledge', 'need', 'booking', 'whistle', 'survey', 'activity']),
    id: Id,
    title: z.nullable(z.string()),
  }),
  at: Instant,
  isRead: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

const Unread = z.strictObject({ unread: UnreadCount })

export const DeadLetter = z.strictObject({
  id: Id,
  /** What happened, `order.accepted`. */
  topic: z.string(),
  subject: z.nullable(z.strictObject({ type: z.enum(['order', 'whistle']), id: Id })),
  at: Instant,
  deadAt: Instant,
  attempts: z.int(),
  /** The kind of the last error; its words stay out, since they may repeat what people wrote. */
  error: z.nullable(z.string()),
})
export type DeadLetter = z.infer<typeof DeadLetter>

export const noticeContracts = {
  'notices.list': {
    summary: 'What I was told, newest first',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, unread: z.optional(z.enum(['true', 'false'])) }),
    status: 200,
    response: page(Notice),
  },
  'notices.unread-count': {
    summary: 'How many notices I have not read; 100 stands for more than 99',
    auth: 'person',
    status: 200,
    response: Unread,
  },
  'notices.read': {
    summary: 'Mark a notice as read; again, it stays read',
    auth: 'person',
    params: z.strictObject({ id: Id }),
    status: 200,
    response: Notice,
    errors: ['not_found'],
  },
  'notices.read-all': {
    summary: 'Mark all my notices as read, up to one that was shown last where it is named',
    auth: 'person',
    body: z.strictObject({ upToId: z.optional(Id) }),
    status: 200,
    response: Unread,
  },
  'dead-letters.list': {
    summary: 'Messages that were given up after many attempts, newest first, for the district’s administrator',
    auth: 'person',
    query: z.strictObject(PageQuery),
    status: 200,
    response: page(DeadLetter),
    errors: ['forbidden'],
  },
  'dead-letters.retry': {
    summary: 'Have a message tried again',
    auth: 'person',
    params: z.strictObject({ id: Id }),
    status: 200,
    response: z.strictObject({ id: Id }),
    errors: ['forbidden', 'not_found', 'wrong_state'],
  },
} as const
