import { clockWords, minutesOfClock, minutesOpen, spanIssues, spanWords, usualOfficeHours } from './office-hours'

test('times of day are written with two digits and read back', () => {
  expect(usualOfficeHours.map(spanWords)).toEqual(['08:30–12:00', '14:00–17:30'])
  for (const minutes of [0, 510, 1439]) expect(minutesOfClock(clockWords(minutes))).toBe(minutes)
})

test.each(['8:30', '24:00', '12:60', '', '上午'])('“%s” is no time of day', (words) => {
  expect(minutesOfClock(words)).toBeNaN()
})

test('minutes open add up', () => expect(minutesOpen(usualOfficeHours)).toBe(420))

test.each([
  [[], '至少要有一段时间'],
  [[{ from: 600, to: 540 }], '10:00–09:00 的结束要晚于开始'],
  [[{ from: -1, to: 540 }], '时间要在 00:00 到 23:59 之间，精确到分钟'],
  [[{ from: 0, to: 1440 }], '时间要在 00:00 到 23:59 之间，精确到分钟'],
  [[{ from: 510.5, to: 540 }], '时间要在 00:00 到 23:59 之间，精确到分钟'],
  [
    [
      { from: 600, to: 720 },
      { from: 510, to: 600 },
    ],
    '08:30–10:00 和 10:00–12:00 连在一起或重叠',
  ],
])('%j is refused', (spans, message) => expect(spanIssues(spans)).toEqual([message]))

test('the order of spans does not matter', () => expect(spanIssues([...usualOfficeHours].reverse())).toEqual([]))
