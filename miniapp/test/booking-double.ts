import type {
  Answer,
  Booking,
  BookingDefaultSettings,
  Hall,
  HallSummary,
  Hold,
  Slot,
  Ticket,
  WaitEntry,
} from '@xinban/shared/contracts'
import {
  defaultBookingPolicy,
  defaultItemRules,
  defaultKeys,
  usualBookingDefaults,
  usualHallWeek,
} from '@xinban/shared/domain'

const org = { code: '610303001002', name: '东关社区', level: 'community' as const }
const hours = [
  { from: 540, to: 720 },
  { from: 780, to: 1020 },
]

export const hallSummary = (part: Partial<HallSummary> = {}): HallSummary => ({
  id: 'h1',
  name: '东关社区服务大厅',
  org,
  address: '东关路 12 号',
  directions: '公交 3 路到东关下',
  point: { lat: 34.36, lng: 107.14 },
  phones: ['0917-3500001'],
  isClosed: false,
  isDemo: true,
  distanceMetres: null,
  today: { isOpen: true, hours, reason: null, booked: 3, waiting: 2, lastCalled: 7, load: 'quiet' },
  ...part,
})

const hallItem: Hall['items'][number] = {
  id: 'i1',
  name: '社保卡办理',
  category: '社保',
  summary: '新办、补办社保卡',
  scope: 'district',
  materials: [{ name: '身份证', note: '带原件', isRequired: true }],
  slotMinutes: 30,
  capacity: 2,
  nextFree: '2026-11-26T09:00:00+08:00',
}

export const hall = (part: Partial<Hall> = {}): Hall => ({
  ...hallSummary(),
  weekly: usualHallWeek.map((span) => ({ ...span })),
  overrides: [],
  windows: [
    { no: 1, name: '综合窗口' },
    { no: 2, name: '社保窗口' },
  ],
  items: [hallItem],
  policy: { ...defaultBookingPolicy },
  pictures: [],
  path: '/subpackages/bookings/hall/index?id=h1',
  checkInCode: null,
  version: 1,
  allowedActions: [],
  ...part,
})

export const slot = (start: string, end: string, left: number, part: Partial<Slot> = {}): Slot => ({
  ...{ start, end, left, capacity: 2, waiting: 0 },
  ...part,
})

export const hold: Hold = {
  id: 'hold1',
  hallId: 'h1',
  itemId: 'i1',
  start: '2026-11-26T09:00:00+08:00',
  end: '2026-11-26T09:30:00+08:00',
  expiresAt: '2026-11-25T10:05:00+08:00',
}

export const booking = (part: Partial<Booking> = {}): Booking => ({
  id: 'b1',
  hall: { id: 'h1', name: '东关社区服务大厅', address: '东关路 12 号', org },
  item: { id: 'i1', name: '社保卡办理' },
  status: 'booked',
  start: '2026-11-26T09:00:00+08:00',
  end: '2026-11-26T09:30:00+08:00',
  code: '482913',
  person: '张**',
  phone: null,
  relation: null,
  isForOther: false,
  isByStaff: false,
  priority: 'none',
  displaced: null,
  changeUntil: '2026-11-26T08:00:00+08:00',
  checkInFrom: '2026-11-26T08:45:00+08:00',
  checkInUntil: '2026-11-26T09:10:00+08:00',
  heldUntil: null,
  ticket: null,
  materials: [{ name: '身份证', note: '带原件', isRequired: true }],
  cancelReason: null,
  stars: null,
  icsUrl: '/api/v1/bookings/b1.ics?expires=1&signature=s',
  createdAt: '2026-11-25T10:00:00+08:00',
  version: 1,
  allowedActions: ['cancel', 'move'],
  ...part,
})

export const waitEntry = (part: Partial<WaitEntry> = {}): WaitEntry => ({
  id: 'w1',
  hall: booking().hall,
  item: booking().item,
  start: '2026-11-26T10:00:00+08:00',
  end: '2026-11-26T10:30:00+08:00',
  state: 'waiting',
  before: 2,
  offer: null,
  createdAt: '2026-11-25T10:00:00+08:00',
  allowedActions: ['withdraw'],
  ...part,
})

export const ticket = (part: Partial<Ticket> = {}): Ticket => ({
  id: 't1',
  hall: { id: 'h1', name: '东关社区服务大厅' },
  number: 12,
  label: '12',
  item: null,
  state: 'waiting',
  kind: 'walk_in',
  bookingId: null,
  bookedFor: null,
  priority: 'none',
  window: null,
  before: 3,
  expectedAt: '2026-11-25T10:40:00+08:00',
  person: null,
  calls: 0,
  drawnAt: '2026-11-25T10:00:00+08:00',
  calledAt: null,
  version: 1,
  allowedActions: [],
  ...part,
})

export const savedSchedule = (part: Partial<Answer<'halls.schedule'>> = {}): Answer<'halls.schedule'> => ({
  hallId: 'h1',
  weekly: usualHallWeek.map((span) => ({ ...span })),
  overrides: [],
  policy: { ...defaultBookingPolicy },
  follows: [],
  defaults: { ...usualBookingDefaults },
  items: [{ itemId: 'i1', scope: 'district', follows: [], rules: { ...defaultItemRules, weekly: null } }],
  itemNames: { i1: '社保卡办理' },
  version: 3,
  ...part,
})

export const board: Answer<'halls.board'> = {
  hall: { id: 'h1', name: '东关社区服务大厅', isDemo: true },
  asOf: '2026-11-25T10:00:00+08:00',
  called: [{ label: '7', window: 2, state: 'called' }],
  next: ['优9', '8'],
  parked: ['5'],
  waiting: 2,
  checkInCode: '3071',
  priorityRule: '老年人、残疾人优先',
}

export const defaultSettings = (part: Partial<BookingDefaultSettings> = {}): BookingDefaultSettings => ({
  ...{ districtCode: '610303', version: 2, defaults: { ...usualBookingDefaults }, halls: 144 },
  followers: Object.fromEntries(defaultKeys.map((key) => [key, 138])) as BookingDefaultSettings['followers'],
  ...{ since: '2026-11-20T10:00:00+08:00', by: '王**', allowedActions: ['save'] },
  ...part,
})
