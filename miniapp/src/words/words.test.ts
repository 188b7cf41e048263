import { declineDecisions, declineReasons, orderActions, orderStatuses, roles } from '@xinban/shared/domain'
import { noTasks, order } from '../../test/api-double'
import { buttonWord, orderActionsForScreen } from './actions'
import { tellEvent } from './event-story'
import { tellHelper, tellOnBehalf } from './helper'
import { stepsPassed, stepWords, tellEveryone, tellOwner, tellStaff } from './order-story'
import { countOf, isStillIn, queueTabsOf, tabsInUse, tellNotMine, urgentIn, waitingIn } from './queue-tabs'
import { greet, sayAge } from './say-age'
import { statusWord } from './status-words'

const now = new Date('2026-11-22T15:00:00+08:00')
/** Terms that belong on officials' screens only. */
const officialWords = /退单|派单|评单|并单|销号|台账|工单|属地|权属|本级/

describe('the story of an order', () => {
  test.each(orderStatuses)('%s is told to owner and staff, each with what comes next', (status) => {
    for (const { now: where, next } of [tellOwner(order({ status }), now), tellStaff(order({ status }))]) {
      expect(where).not.toBe('')
      expect(next).not.toBe('')
    }
  })

  test.each(orderStatuses)('%s uses no term of officials towards the owner and the neighbours', (status) => {
    for (const { now: where, next } of [tellOwner(order({ status }), now), tellEveryone({ status })]) {
      expect(where + next).not.toMatch(officialWords)
    }
    expect(statusWord({ status }, 'owner')).not.toMatch(officialWords)
  })

  test('who has it is named, and until when it can be rated', () => {
    const handler = { code: '610303001002001', name: '第一网格', level: 'grid' as const }
    expect(tellOwner(order({ status: 'in_progress', handler }), now).now).toBe('第一网格正在办')
    const fulfilled = order({ status: 'fulfilled', ratingClosesAt: '2026-12-07T09:30:00+08:00' })
    expect(tellOwner(fulfilled, now).next).toBe('12 月 7 日 09:30 前都可以评价')
  })

  test('the second rating says whether the owner is content now', () => {
    const gave = (stars: 1 | 4) => ({ stars, reasons: [], comment: null, isTelephone: false, at: now.toISOString() })
    const first = { status: 'rated' as const, rating: gave(1) }
    expect(tellOwner(order(first), now).next).toMatch('哪里不满意')
    expect(tellOwner(order({ ...first, followUpRating: gave(4) }), now).next).toBe('接下来街道会检查这件事办得怎么样')
    expect(tellOwner(order({ ...first, followUpRating: gave(1) }), now).next).toMatch('哪里不满意')
  })

  test.each(orderStatuses)('%s is never told to neighbours as if it were theirs', (status) => {
    const { now: where, next } = tellEveryone({ status })
    expect(where + next).not.toMatch(/你已|等你|请你|你的/)
  })

  test('a helper is never asked for what only the person can do', () => {
    for (const status of orderStatuses) {
      const { now: where, next } = tellOwner(order({ status, isOnBehalf: true, isOwn: false }), now)
      expect(where + next).not.toMatch(/等你评价|请你(来)?评价|你已/)
    }
    expect(tellOwner(order({ status: 'fulfilled', isOnBehalf: true }), now).now).toBe('已经办好，等你评价')
  })

  test('who placed for whom, and that they agreed', () => {
    expect(tellOnBehalf(order())).toBeNull()
    expect(tellOnBehalf(order({ isOnBehalf: true }))).toBe('别人替我点的')
    expect(tellOnBehalf(order({ isOnBehalf: true, isOwn: false, requesterName: '赵**' }))).toBe('我替赵**点的')
    const consent = { by: '王**', org: null, at: '2026-11-22T09:00:00+08:00' }
    const father = { name: '赵**', relation: '女儿' }
    expect(tellHelper({ ...father, consent }, now)).toBe('王**（女儿）代为点单，已征得本人同意（今天 09:00）')
    const org = { code: '610303001002', name: '东关社区', level: 'community' as const }
    expect(tellHelper({ ...father, consent: { ...consent, org } }, now)).toMatch(/^东关社区（女儿）/)
    expect(tellHelper({ ...father, consent: null }, now)).toBe('女儿代为点单')
  })

  test('steps only go up along the way', () => {
    const way = ['submitted', 'accepted', 'in_progress', 'fulfilled'] as const
    expect(way.map(stepsPassed)).toEqual([1, 2, 3, 4])
    expect(stepWords).toHaveLength(4)
    expect(stepsPassed('withdrawn')).toBeNull()
    expect(stepsPassed('merged')).toBeNull()
  })
})

describe('events', () => {
  const event = {
    id: 'e',
    action: 'decline' as const,
    actor: {
      name: null,
      role: 'community_staff' as const,
      org: { code: 'c001', name: '东关社区', level: 'community' as const },
    },
    at: '2026-11-22T09:00:00+08:00',
    fromStatus: 'submitted' as const,
    toStatus: 'declining' as const,
    note: null,
    isSynthetic: false,
    attachments: [],
  }

  test('name the org that answers for them, and the reason', () => {
    const declined = { ...event, reason: 'wrong_place' as const }
    expect(tellEvent(declined, 'staff')).toBe('东关社区 申请退单：属地不符')
    expect(tellEvent(declined, 'owner')).toBe('东关社区 正在核实该由谁来办：事情可能不在这个社区')
  })
  test('say where an order went, and what an import made up', () => {
    const to = { code: 'u001', name: '志愿队', level: 'unit' as const }
    expect(tellEvent({ ...event, action: 'dispatch', to }, 'staff')).toBe('东关社区 派单给志愿队')
    expect(tellEvent({ ...event, action: 'dispatch', to }, 'owner')).toBe('东关社区 已安排志愿队去办')
    expect(tellEvent({ ...event, action: 'accept', isSynthetic: true }, 'staff')).toBe('东关社区 接单（导入时补记）')
  })
  test('of a decision on who does it say where the order went', () => {
    const decided = { ...event, action: 'resolve-decline' as const }
    const to = { code: 'c002', name: '西关社区', level: 'community' as const }
    expect(tellEvent({ ...decided, decision: 'redirect', to }, 'owner')).toBe('东关社区 已转到西关社区')
    expect(tellEvent({ ...decided, decision: 'overrule' }, 'owner')).toBe('东关社区 看过了：还是由社区来办')
    expect(tellEvent({ ...decided, decision: 'redirect', to }, 'staff')).toBe(
      '东关社区 审退单：转到别的社区（西关社区）',
    )
  })
  test.each(['place', 'default-review', ...orderActions] as const)(
    '%s is told to residents without a term of officials',
    (action) => {
      const told = [
        tellEvent({ ...event, action }, 'owner'),
        ...declineReasons.map((reason) => tellEvent({ ...event, action, reason }, 'owner')),
        ...declineDecisions.map((decision) => tellEvent({ ...event, action, decision }, 'owner')),
      ]
      expect(told.join()).not.toMatch(officialWords)
    },
  )
  test('of a default review say that nobody rated, and how many stars', () => {
    const nobody = { name: null, role: null, org: null }
    expect(tellEvent({ ...event, action: 'default-review', stars: 5, actor: nobody }, 'owner')).toBe(
      '系统 没有人评价，按区里的规定记了默认评价：5 星 非常满意',
    )
  })
  test('of rating say when the street asked on the telephone', () => {
    const owner = { name: '张**', role: null, org: null }
    expect(tellEvent({ ...event, action: 'rate', actor: owner }, 'staff')).toBe('张** 评价了')
    const own = { isOwn: true, isOnBehalf: false }
    expect(tellEvent({ ...event, action: 'rate', actor: owner }, 'owner', own)).toBe('你评价了')
    const placed = { ...event, action: 'place' as const, actor: owner }
    expect(tellEvent(placed, 'owner', own)).toBe('你提交了这个单')
    expect(tellEvent(placed, 'owner', { isOwn: true, isOnBehalf: true })).toBe('张** 提交了这个单')
    expect(tellEvent(placed, 'owner', { isOwn: false, isOnBehalf: false })).toBe('张** 提交了这个单')
    expect(tellEvent(placed, 'staff', own)).toBe('张** 提交了这个单')
    expect(tellEvent({ ...event, action: 'rate' }, 'owner')).toBe('东关社区 打电话问了满意度，记下评价')
  })
  test('of grading have a word for each side', () => {
    expect(tellEvent({ ...event, action: 'grade' }, 'owner')).toBe('东关社区 检查完毕')
    expect(tellEvent({ ...event, action: 'grade' }, 'staff')).toBe('东关社区 评单')
  })
})

describe('actions on a screen', () => {
  test('are the allowed ones, no more and no fewer', () => {
    expect(new Set(orderActionsForScreen(orderActions, 'accepted'))).toEqual(new Set(orderActions))
    expect(orderActionsForScreen([], 'accepted')).toEqual([])
  })
  test('are worded to whoever presses them', () => {
    expect([buttonWord('rate', 'owner'), buttonWord('rate', 'staff')]).toEqual(['去评价', '记电话回访'])
  })
  test('begin with handing on after acceptance, with finishing later', () => {
    const handling = ['decline', 'dispatch', 'progress', 'fulfil'] as const
    expect(orderActionsForScreen(handling, 'accepted')[0]).toBe('dispatch')
    expect(orderActionsForScreen(handling, 'in_progress')[0]).toBe('fulfil')
  })
})

describe('views of a queue', () => {
  test.each(roles)('%s has some, each with its own states', (role) => {
    const views = queueTabsOf(role)
    expect(views.length).toBeGreaterThan(1)
    expect(new Set(views.map(({ key }) => key)).size).toBe(views.length)
  })
  test('count the sum of their states, but not what is closed', () => {
    const [waiting, working] = queueTabsOf('community_staff')
    const closed = queueTabsOf('community_staff').at(-1)
    if (!waiting || !working || !closed) throw new Error('views are missing')
    expect(countOf(waiting, {})).toBe(0)
    expect(countOf(working, { accepted: 2, in_progress: 3, rated: 9 })).toBe(5)
    expect(countOf(closed, { graded: 4 })).toBeUndefined()
    expect(countOf(working, undefined)).toBeUndefined()
  })
  test('of what is to be graded, what this member may grade; the rest is named', () => {
    const toGrade = queueTabsOf('street_staff').find(({ key }) => key === 'rated')
    if (!toGrade) throw new Error('the view is missing')
    const counts = (mayGrade: number | null) => ({
      counts: { rated: 5 },
      urgent: { rated: 1 },
      mayGrade,
      overdue: 0,
      warned: 0,
      tasks: noTasks,
    })
    expect(waitingIn(toGrade, counts(4))).toBe(4)
    expect(waitingIn(toGrade, counts(0))).toBe(0)
    expect(waitingIn(toGrade, counts(null))).toBe(5)
    expect(urgentIn(toGrade, counts(4))).toBe(1)
    expect(tellNotMine(toGrade, counts(4), 'street_staff')).toBe(
      '另有 1 件现在还轮不到你评：你经过手的由同事来评，差评和异议先要了结',
    )
    expect(tellNotMine(toGrade, counts(0), 'district_admin')).toBe(
      '另有 5 件还轮不到区里评：由街道来评，差评和异议先要了结',
    )
    expect(tellNotMine(toGrade, counts(5), 'street_staff')).toBeUndefined()
    expect(tellNotMine(toGrade, counts(null), 'community_staff')).toBeUndefined()
    expect(tellNotMine(toGrade, undefined, 'street_staff')).toBeUndefined()
  })
})

describe('times', () => {
  test.each([
    ['2026-11-22T14:59:30+08:00', '刚刚'],
    ['2026-11-22T14:55:00+08:00', '5 分钟前'],
    ['2026-11-22T14:00:00+08:00', '1 小时前'],
    ['2026-11-21T15:00:00+08:00', '1 天前'],
  ])('%s is %s', (at, words) => {
    expect(sayAge(new Date(at), now)).toBe(words)
  })
  test('greet by the hour in China', () => {
    expect(greet(new Date('2026-11-22T08:00:00+08:00'))).toBe('早上好')
    expect(greet(now)).toBe('下午好')
    expect(greet(new Date('2026-11-22T23:30:00+08:00'))).toBe('晚上好')
  })
})

describe('views of what waits beside the ordinary way of an order', () => {
  const counts = (part: object = {}) => ({
    ...{ counts: { submitted: 1 }, urgent: {}, mayGrade: null, overdue: 0, warned: 0 },
    tasks: { ...noTasks, ...part },
  })
  const keys = (role: 'street_staff' | 'district_admin', part?: object) => {
    const tabs = queueTabsOf(role)
    return tabsInUse(tabs, counts(part), tabs[0]).map(({ key }) => key)
  }

  test('each is there while something is in it, or while it is shown', () => {
    expect(keys('street_staff')).not.toContain('callback')
    expect(keys('street_staff', { callback: 1, dispute: 2 })).toEqual(expect.arrayContaining(['callback', 'dispute']))
    expect(keys('district_admin', { escalation: 1 })).toContain('escalation')
    const tabs = queueTabsOf('community_staff')
    const rectify = tabs.find(({ key }) => key === 'rectify') ?? tabs[0]
    expect(tabsInUse(tabs, counts(), rectify)).toContain(rectify)
    expect(waitingIn(rectify, counts({ rectify: 4 }))).toBe(4)
    expect(waitingIn(rectify, undefined)).toBeUndefined()
  })

  test('an order leaves one when what it waited for is done', () => {
    const tabOf = (key: string) => {
      const tab = [...queueTabsOf('street_staff'), ...queueTabsOf('community_staff'), ...queueTabsOf('district_admin')]
      return tab.find((one) => one.key === key) ?? queueTabsOf('auditor')[0]
    }
    const review = { needsCallback: true, needsRectifying: true, isFollowUpOpen: false, isOver: false }
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()
    const due = (warn: number, end: number) => ({
      ...{ kind: 'accept' as const, isProvisional: false, warnAt: at(warn), dueAt: at(end) },
    })
    const cases = [
      ['callback', { badReview: { ...order().badReview, ...review, followUpClosesAt: null } }, {}],
      ['rectify', { badReview: { ...order().badReview, ...review, followUpClosesAt: null } }, {}],
      ['extension', { allowedActions: ['resolve-extension'] }, {}],
      ['dispute', { isDisputed: true }, {}],
      ['escalation', { isEscalated: true }, {}],
      ['overdue', { due: due(-3, -1) }, { due: due(-1, 1) }],
      ['warned', { due: due(-1, 1) }, { due: due(-3, -1) }],
    ] as const
    for (const [key, inside, outside] of cases) {
      const stays = (part: object) => isStillIn(tabOf(key), order(part), now)
      expect([key, stays(inside), stays(outside)]).toEqual([key, true, false])
    }
    expect(isStillIn(tabOf('open'), order({ status: 'graded' }), now)).toBe(false)
  })
})

test('a wish that the street looks at first says so, to whoever reads it; nothing else does', () => {
  const wish = { title: null, category: null, state: 'waiting' as const, days: null, isPriority: false }
  for (const audience of ['owner', 'staff'] as const) {
    expect(statusWord({ status: 'submitted', wish }, audience)).toBe('待审单')
    expect(statusWord({ status: 'submitted', wish: { ...wish, state: null } }, audience)).not.toBe('待审单')
    expect(statusWord({ status: 'accepted', wish }, audience)).not.toBe('待审单')
  }
})
