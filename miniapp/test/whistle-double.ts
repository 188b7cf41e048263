import type { Membership, Whistle, WhistleSummary } from '@xinban/shared/contracts'

const street = { code: '610303001', name: '东关街道', level: 'street' as const }
const housing = { code: '610303-D1', name: '区住建局', level: 'unit' as const }
const city = { code: '610303-D2', name: '区城管局', level: 'unit' as const }
const at = '2026-11-22T09:00:00+08:00'

export const streetStaff: Membership = { id: 'm7', role: 'street_staff', org: street }
export const departmentStaff: Membership = { id: 'm8', role: 'unit_staff', org: housing }
export const departments = { items: [housing, city] }

export const whistleSummary = (part: Partial<WhistleSummary> = {}): WhistleSummary => ({
  ...{ id: 'w1', no: 'S261122000001', kind: 'push', status: 'blown', title: '外墙瓷砖脱落', place: '18 号院' },
  ...{ street, lead: housing, departmentCount: 2, ownState: null, blownAt: at, version: 1, allowedActions: [] },
  due: { step: 'sign', dueAt: '2026-11-23T09:30:00+08:00', isOverdue: false, isWarned: false },
  ...part,
})

const step = (name: 'sign' | 'contact' | 'attend', dueAt: string): Whistle['parties'][number]['steps'][number] => ({
  ...{ step: name, dueAt, doneAt: null, overdueAt: null, warnedAt: null, isProvisional: false },
  why: `${{ sign: '签收', contact: '联系', attend: '到场' }[name]}时限：11 月 22 日 09:00 吹哨`,
})

export const whistleParty = (part: Partial<Whistle['parties'][number]> = {}): Whistle['parties'][number] => ({
  ...{ department: housing, isLead: true, isOwn: false, state: 'called', stars: null, streetStars: null },
  steps: [
    step('sign', '2026-11-23T09:30:00+08:00'),
    step('contact', '2026-11-24T08:30:00+08:00'),
    step('attend', '2026-11-26T08:30:00+08:00'),
  ],
  ...part,
})

export const whistleEvent = (part: Partial<Whistle['events'][number]> = {}): Whistle['events'][number] => ({
  ...{ id: 'e1', action: 'blow', at, note: '请到场查看', department: null, attachments: [] },
  actor: { name: '王**', role: 'street_staff', org: street },
  ...part,
})

export const whistle = (part: Partial<Whistle> = {}): Whistle => ({
  ...whistleSummary(),
  ...{ content: '请到场查看', point: null, placeCode: null, order: null, isSentBack: false },
  parties: [whistleParty(), whistleParty({ department: city, isLead: false })],
  events: [whistleEvent()],
  ...part,
})
