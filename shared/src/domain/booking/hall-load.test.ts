import { bookedLevel, hallLoad } from './hall-load'

test.each([
  [0, 'roomy'],
  [0.299, 'roomy'],
  [0.3, 'fair'],
  [0.799, 'fair'],
  [0.8, 'tight'],
  [0.999, 'tight'],
  [1, 'full'],
  [1.4, 'full'],
])('%p of the places booked is %s', (rate, level) => {
  expect(bookedLevel(rate)).toBe(level)
})

test('a hall is as full as people wait at each of its windows, closed without hours, and over after the last', () => {
  const at = (part: Partial<Parameters<typeof hallLoad>[0]>) =>
    hallLoad({ hours: [{ from: 540, to: 1020 }], time: 600, waiting: 0, windows: 2, ...part })
  expect([at({}), at({ waiting: 4 }), at({ waiting: 10 })]).toEqual(['quiet', 'busy', 'full'])
  expect([at({ hours: [] }), at({ time: 1020, waiting: 9 }), at({ windows: 0, waiting: 2 })]).toEqual([
    ...['closed', 'over', 'busy'],
  ])
})
