import { complexRefusal } from './complex-order'

const now = new Date('2026-11-23T10:00:00+08:00')
const plain = { isComplex: false, isUrgent: false, hasOwnLimit: false, dueAts: [new Date('2026-11-24T08:30:00+08:00')] }

test.each([
  ['an ordinary one in time', plain, now, null],
  ['at its due time', plain, new Date('2026-11-24T08:30:00+08:00'), null],
  ['a moment later', plain, new Date('2026-11-24T08:30:00.001+08:00'), 'late'],
  ['urgent', { ...plain, isUrgent: true }, now, 'urgent'],
  ['with a limit of its item', { ...plain, hasOwnLimit: true }, now, 'own_limit'],
  ['complex already', { ...plain, isComplex: true }, now, 'already_complex'],
])('%s', (_what, order, at, refusal) => {
  expect(complexRefusal(order, at)).toBe(refusal)
})
