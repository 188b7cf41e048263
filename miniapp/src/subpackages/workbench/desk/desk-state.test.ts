import { queueTabsOf } from '@/words/queue-tabs'
import { readDesk, sortOf, statusesOf, writeDesk } from './desk-state'

const views = queueTabsOf('street_staff')
const query = {
  view: 'rated',
  status: 'in_progress',
  kind: 'issue',
  community: '610303001002',
  urgency: 'urgent',
  q: '路灯',
  sort: 'oldest',
  order: 'o1',
}

test('what is written into the address is read from it again', () => {
  expect(writeDesk(readDesk(query, views))).toEqual(query)
})

test('what an address says wrongly, it does not say', () => {
  const state = readDesk({ view: 'nonsense', status: 'gone', kind: 'x', sort: 'up', order: '' }, views)
  expect(state).toEqual({ view: views[0], filter: {}, orderId: undefined })
})

test('a list goes as its view does, unless someone chooses otherwise', () => {
  expect(sortOf(readDesk({ view: 'waiting' }, views))).toBe('urgent')
  expect(sortOf(readDesk({ view: 'closed' }, views))).toBe('newest')
  expect(sortOf(readDesk({ view: 'waiting', sort: 'oldest' }, views))).toBe('oldest')
})

test('a status that was asked for takes the place of those of the view', () => {
  expect(statusesOf(readDesk({ view: 'working' }, views))).toEqual(['accepted', 'in_progress'])
  expect(statusesOf(readDesk({ view: 'working', status: 'rework' }, views))).toEqual(['rework'])
})
