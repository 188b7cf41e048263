import { ok, staff } from '../api-double'
import { board, booking, hall, hallSummary, savedSchedule, slot, ticket } from '../booking-double'
import { nobody, none, page } from './fixtures'
import type { SomeNeeds } from './page-need'

const freeSlots = ok<'halls.slots'>({
  ...{ items: [slot('2026-11-26T09:00:00+08:00', '2026-11-26T09:30:00+08:00', 2)], closed: [] },
  ...{ bookableThrough: '2026-12-09', isCalendarKnown: true },
})
const ownHall = {
  'halls.list': ok<'halls.list'>(page(hallSummary({ org: staff.org }))),
  'halls.show': ok<'halls.show'>(hall({ org: staff.org, allowedActions: ['serve', 'edit-schedule'] })),
}
const handledItem = {
  id: 'i1',
  item: { id: 'i1', name: '社保卡办理', category: '社保' },
  halls: [{ id: 'h1', name: '东关社区服务大厅', org: staff.org, scope: 'district' as const }],
}
const figures = {
  ...{
    hall: { id: 'h1', name: '东关社区服务大厅', org: staff.org, isClosed: false },
    booked: 40,
    cancelled: 3,
    noShows: 2,
  },
  ...{ capacity: 120, bookedRate: 0.333, tickets: 55, served: 50, meanWaitMinutes: 8.4, noShowRate: 0.05 },
}

export const bookingsNeeds = {
  halls: {
    ...{ kind: 'list', as: nobody, asks: 'halls.list', shows: /东关社区服务大厅/ },
    answers: { 'halls.list': ok<'halls.list'>(page(hallSummary())) },
    empty: { answers: { 'halls.list': ok<'halls.list'>(none) }, words: /没有找到大厅/ },
  },
  hall: {
    ...{ kind: 'detail', query: { id: 'h1' }, asks: 'halls.show', shows: /东关路 12 号/ },
    answers: { 'halls.show': ok<'halls.show'>(hall()) },
  },
  book: {
    ...{ kind: 'detail', as: nobody, query: { hall: 'h1', item: 'i1' }, asks: 'halls.show', shows: /社保卡办理/ },
    answers: { 'halls.show': ok<'halls.show'>(hall()), 'halls.slots': freeSlots },
  },
  bookings: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'bookings.list', shows: /社保卡办理/ },
    answers: { 'bookings.list': ok<'bookings.list'>(page(booking())) },
    empty: { answers: { 'bookings.list': ok<'bookings.list'>(none) }, words: /没有要去的预约/ },
  },
  booking: {
    ...{ kind: 'detail', as: nobody, needsSignIn: true, query: { id: 'b1' }, asks: 'bookings.show', shows: /482913/ },
    answers: { 'bookings.show': ok<'bookings.show'>(booking()) },
  },
  ticket: {
    ...{
      kind: 'detail',
      as: nobody,
      needsSignIn: true,
      query: { id: 't1' },
      asks: 'tickets.show',
      shows: /前面还有 3 人/,
    },
    answers: { 'tickets.show': ok<'tickets.show'>(ticket()) },
  },
  counter: {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'tickets.list', shows: /现场取号/ },
    answers: { ...ownHall, 'tickets.list': ok<'tickets.list'>(page(ticket())) },
    empty: { answers: { 'tickets.list': ok<'tickets.list'>(none) }, words: /没有人在排队/ },
  },
  'hall-day': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'bookings.list', shows: /社保卡办理/ },
    answers: { ...ownHall, 'bookings.list': ok<'bookings.list'>(page(booking())) },
    empty: { answers: { 'bookings.list': ok<'bookings.list'>(none) }, words: /这一天还没有人约/ },
  },
  'kept-halls': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'halls.list', shows: /东关社区服务大厅/ },
    answers: { 'halls.list': ok<'halls.list'>(page(hallSummary({ org: staff.org }))) },
    empty: { answers: { 'halls.list': ok<'halls.list'>(none) }, words: /这里还没有大厅/ },
  },
  'edit-hall': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { hall: 'h1' } },
    fetches: {
      ...{ asks: 'halls.show', shows: /保存名片/ },
      answers: { 'halls.show': ok<'halls.show'>(hall({ org: staff.org, allowedActions: ['update', 'close'] })) },
    },
    typed: { 地址: '东关路 14 号' },
    press: '保存名片',
  },
  handled: {
    ...{ kind: 'list', as: nobody, query: { org: '610303' }, asks: 'halls.items', shows: /社保卡办理/ },
    answers: { 'halls.items': ok<'halls.items'>(page(handledItem)) },
    empty: { answers: { 'halls.items': ok<'halls.items'>(none) }, words: /没有找到这个事项/ },
  },
  'hall-schedule': {
    ...{ kind: 'form', as: [staff], needsSignIn: true },
    fetches: {
      ...{ asks: 'halls.schedule', shows: /每周办理时间/ },
      answers: {
        ...ownHall,
        'halls.schedule': ok<'halls.schedule'>(savedSchedule()),
        'service-items.list': ok<'service-items.list'>(none),
      },
    },
    typed: { 周六: '09:00–12:00' },
    press: '看看影响谁，再保存',
  },
  'hall-figures': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'halls.figures', shows: /东关社区服务大厅/ },
    answers: { 'halls.figures': ok<'halls.figures'>({ items: [figures] }) },
    empty: { answers: { 'halls.figures': ok<'halls.figures'>({ items: [] }) }, words: /这里还没有大厅/ },
  },
  waiting: {
    ...{ kind: 'detail', query: { hall: 'h1' }, asks: 'halls.board', shows: /3071/ },
    answers: { 'halls.board': ok<'halls.board'>(board) },
  },
} satisfies SomeNeeds
