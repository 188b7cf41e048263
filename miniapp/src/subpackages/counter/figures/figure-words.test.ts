import { figureHeads, isIdle, type Figures } from './figure-words'

const org = { code: '610303001002', name: '东关社区', level: 'community' as const }
const idle: Figures = {
  hall: { id: 'h1', name: '东关社区服务大厅', org, isClosed: false },
  ...{ booked: 0, cancelled: 0, noShows: 0, tickets: 0, served: 0, capacity: 120, bookedRate: 0 },
  ...{ meanWaitMinutes: null, noShowRate: null },
}
const said = (part: Partial<Figures>) =>
  Object.fromEntries(figureHeads.map(({ key, of }) => [key, of({ ...idle, ...part })]))

test('the share of places booked is said in words and numbers', () => {
  expect(said({ booked: 96, bookedRate: 0.8 })).toMatchObject({ booked: '96（共 120 个）', rate: '80% 快约满' })
  expect(said({ booked: 1, bookedRate: 0.008 }).rate).toBe('0.8% 空位多')
  expect(said({ booked: 6, capacity: 24_000, bookedRate: 0 }).rate).toBe('不到 0.1% 空位多')
  expect(said({ booked: 2, capacity: 0, bookedRate: null })).toMatchObject({ booked: '2', rate: '暂无' })
})

test('what there is no figure of is not 0', () => {
  expect(said({})).toMatchObject({ wait: '暂无', noShow: '暂无' })
  expect(said({ meanWaitMinutes: 0.3, noShowRate: 0.05, noShows: 2 })).toMatchObject({
    ...{ wait: '不到 1 分钟', noShow: '5.0%（2 次）' },
  })
  expect(said({ meanWaitMinutes: 8.4 }).wait).toBe('8 分钟')
})

test('a hall where something was cancelled is not one without activity', () => {
  expect([isIdle(idle), isIdle({ ...idle, cancelled: 1 }), isIdle({ ...idle, tickets: 1 })]).toEqual([
    ...[true, false, false],
  ])
})
