import { isActivityNotice } from '../volunteers/activity-notices'
import { isBookingNotice } from './booking-notices'
import { noticeKinds, noticeRules, rulesFor, type NewsFact } from './notice-rules'
import { noticeWords } from './notice-words'
import { pledgeNoticeRules } from './pledge-notices'
import { whistleNoticeRules } from '../whistles/whistle-notices'

const now = new Date('2026-11-22T09:00:00+08:00')
const plain: NewsFact = { isUrgent: false, isOnBehalf: false }

test('notices: every kind comes of some rule and has words for people', () => {
  const tables: Readonly<Record<string, readonly { kind: string }[]>>[] = [
    noticeRules,
    pledgeNoticeRules,
    whistleNoticeRules,
  ]
  const kinds = tables.flatMap((table) => Object.values(table).flatMap((rules) => rules.map(({ kind }) => kind)))
  expect([...new Set(kinds)].sort()).toEqual(
    noticeKinds.filter((kind) => !isBookingNotice(kind) && !isActivityNotice(kind)).sort(),
  )
  for (const kind of noticeKinds) {
    const words = noticeWords({ kind, data: {}, now })
    expect(words).toMatch(/^[\p{Script=Han}，。；？0-9 ]{6,60}$/u)
  }
})

test('notices: staff hear only of urgent orders, bad marks, and what comes back', () => {
  expect(rulesFor('order.placed', plain)).toEqual([])
  expect(rulesFor('order.placed', { ...plain, isUrgent: true }).map(({ to }) => to)).toEqual([['community']])
  expect(rulesFor('order.rated', { ...plain, stars: 3 })).toEqual([])
  expect(rulesFor('order.rated', { ...plain, stars: 2 }).map(({ to, kind }) => [to, kind])).toEqual([
    [['street'], 'order.rated-low'],
  ])
  expect(rulesFor('order.decline-requested', plain)).toEqual([])
  const overdue = (clock: NewsFact['clock']) =>
    rulesFor('clock.overdue', { ...plain, clock }).map(({ kind, to }) => [kind, to])
  expect(overdue('fulfil')).toEqual([['clock.overdue', ['holder', 'community']]])
  expect(overdue('callback')).toEqual([['clock.overdue', ['street']]])
  expect(overdue('resident')).toEqual([['clock.promise-missed', ['owner', 'placer']]])
  expect(rulesFor('clock.warned', { ...plain, clock: 'fulfil' })).toEqual([])
  expect(rulesFor('clock.warned', { ...plain, clock: 'fulfil', isUrgent: true })).toHaveLength(1)
})

test.each([
  ['confirm', 'order.declined'],
  ['redirect', 'order.redirected'],
  ['overrule', 'order.decline-overruled'],
])('notices: a decline resolved by %s tells %s alone', (decision, kind) => {
  expect(rulesFor('order.decline-resolved', { ...plain, decision }).map((rule) => rule.kind)).toEqual([kind])
})

test('notices: residents read no terms of office', () => {
  const asking = Object.values(noticeRules).flatMap((rules) =>
    rules.filter(({ to }) => to.some((one) => one === 'owner')),
  )
  for (const { kind } of asking) {
    expect(noticeWords({ kind, data: {}, now })).not.toMatch(/退单|派单|评单|并单|工单|属地|本级|返工/)
  }
})

test('notices: words say who, and until when as people say it', () => {
  const by = '槐树社区'
  const accepted = (data: { dueAt?: string }) => noticeWords({ kind: 'order.accepted', by, data, now })
  expect(accepted({ dueAt: '2026-11-25T17:00:00+08:00' })).toBe('槐树社区已接单，会在 11 月 25 日 17:00 前办好')
  expect(accepted({ dueAt: '2026-11-22T17:00:00+08:00' })).toBe('槐树社区已接单，会在今天 17:00 前办好')
  expect(accepted({})).toBe('槐树社区已接单，接下来会安排办理')
  expect(noticeWords({ kind: 'order.seconded', data: { count: 3 }, now })).toContain('3 位邻居')
})
