import { tellPhase } from './survey-words'

const now = new Date('2026-11-25T23:30:00+08:00')
const open = (closesAt: string) => tellPhase({ phase: 'open', opensAt: '2026-11-01T09:00:00+08:00', closesAt }, now)

test.each([
  ['2026-11-25T23:50:00+08:00', true],
  ['2026-11-27T18:00:00+08:00', true],
  ['2026-11-28T00:10:00+08:00', false],
])('a survey that closes at %s says that it is about to: %s, by the days of the calendar', (closesAt, isSoon) => {
  expect(open(closesAt).startsWith('即将截止：')).toBe(isSoon)
  expect(open(closesAt)).toMatch(/截止$/)
})

test('one that has not begun or is over does not', () => {
  const times = { opensAt: '2026-11-26T09:00:00+08:00', closesAt: '2026-11-26T10:00:00+08:00' }
  expect(tellPhase({ phase: 'upcoming', ...times }, now)).toMatch(/开始$/)
  expect(tellPhase({ phase: 'closed', ...times }, now)).not.toContain('截止：')
})
