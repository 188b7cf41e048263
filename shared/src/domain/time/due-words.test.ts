import { at, calendar2026 } from './calendar.fixtures'
import type { DayOverride } from './calendar'
import { dueAfter, extendDue } from './due'
import { dueWords, remainingWords } from './due-words'
import type { Limit } from './limit'

const days = (value: number): Limit => ({ unit: 'working_days', value })
const said = (start: string, limit: Limit, ...overrides: DayOverride[]) =>
  dueWords(dueAfter(calendar2026({ name: '全区', overrides }), at(start), limit))

test.each([
  [
    '09-30 17:00',
    days(3),
    '9 月 30 日 17:00 收单 + 3 个工作日，跳过 10 月 1–7 日（国庆节），10 月 10 日补班 → 10 月 10 日 17:00',
  ],
  ['11-18 09:00', days(1), '11 月 18 日 09:00 收单 + 1 个工作日 → 11 月 19 日 09:00'],
  ['11-18 20:00', days(1), '11 月 18 日 20:00 收单（已下班，11 月 19 日 08:30 起算）+ 1 个工作日 → 11 月 20 日 08:30'],
  ['11-18 13:00', days(1), '11 月 18 日 13:00 收单（午休，11 月 18 日 14:00 起算）+ 1 个工作日 → 11 月 19 日 14:00'],
  [
    '11-18 06:00',
    days(1),
    '11 月 18 日 06:00 收单（还没上班，11 月 18 日 08:30 起算）+ 1 个工作日 → 11 月 19 日 08:30',
  ],
  [
    '10-03 10:00',
    days(3),
    '10 月 3 日 10:00 收单（国庆节，10 月 8 日 08:30 起算）+ 3 个工作日，跳过 10 月 3–7 日（国庆节）、10 月 11 日（周日），10 月 10 日补班 → 10 月 12 日 08:30',
  ],
  [
    '11-22 09:00',
    days(1),
    '11 月 22 日 09:00 收单（休息日，11 月 23 日 08:30 起算）+ 1 个工作日，跳过 11 月 22 日（周日）→ 11 月 24 日 08:30',
  ],
  ['11-02 09:00', days(15), '11 月 2 日 09:00 收单 + 15 个工作日，跳过 6 天周末 → 11 月 23 日 09:00'],
  ['09-30 23:00', { unit: 'hours', value: 2 } as const, '9 月 30 日 23:00 收单 + 2 小时 → 10 月 1 日 01:00'],
  [
    '12-31 17:00',
    days(2),
    '12 月 31 日 17:00 收单 + 2 个工作日，跳过 2027 年 1 月 2–3 日（周末）→ 2027 年 1 月 4 日 17:00（暂定：2027 年的放假安排还没有公布，公布后可能会变）',
  ],
])('%s + %j', (start, limit, words) => expect(said(start, limit)).toBe(words))

test('overrides are named: a day off, a day worked, other hours', () => {
  const half = [{ from: 510, to: 720 }]
  expect(
    said(
      '11-19 16:00',
      days(2),
      { date: '2026-11-20', kind: 'off', reason: '暴雪停办' },
      { date: '2026-11-21', kind: 'worked', reason: '补办' },
      { date: '2026-11-23', kind: 'worked', hours: half, reason: '培训' },
    ),
  ).toBe(
    '11 月 19 日 16:00 收单 + 2 个工作日，跳过 11 月 20 日（暴雪停办）、11 月 22 日（周日），11 月 21 日上班（补办）、11 月 23 日上班（培训），当天 16:00 不办公 → 11 月 23 日 12:00',
  )
})

test('a holiday that the official list names on weekdays only is one with the weekend inside it', () => {
  const off = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'].map((date): DayOverride => ({
    date,
    kind: 'off',
    reason: '停办',
  }))
  expect(said('11-17 09:00', days(1), ...off)).toContain('跳过 11 月 18–23 日（停办）')
})

test('an extension is said after the first reckoning, another beginning by its own word', () => {
  const calendar = calendar2026()
  const due = extendDue(calendar, dueAfter(calendar, at('09-30 17:00'), days(3)), days(1))
  expect(dueWords(due, '派单')).toBe(
    '9 月 30 日 17:00 派单 + 3 个工作日，跳过 10 月 1–7 日（国庆节），10 月 10 日补班 → 10 月 10 日 17:00，延期 1 个工作日，跳过 10 月 11 日（周日）→ 10 月 12 日 17:00',
  )
})

test.each([
  ['11-18 09:00', '11-18 09:00', '还剩不到 1 分钟'],
  ['11-18 09:00', '11-18 09:59', '还剩 59 分钟'],
  ['11-18 09:00', '11-18 12:30', '还剩 3 小时'],
  ['11-18 09:00', '11-18 17:00', '今天 17:00 前'],
  ['11-18 09:00', '11-19 17:00', '明天 17:00 前'],
  ['09-30 09:00', '10-10 17:00', '10 月 10 日 17:00 前'],
  ['12-31 09:00', '2027-01-04 17:00', '2027 年 1 月 4 日 17:00 前'],
  ['11-18 09:00:01', '11-18 09:00', '已超期 1 分钟'],
  ['11-18 11:59', '11-18 09:00', '已超期 2 小时'],
  ['11-20 10:00', '11-18 09:00', '已超期 2 天'],
])('at %s what is due %s: %s', (now, due, words) => expect(remainingWords(at(now), at(due))).toBe(words))
