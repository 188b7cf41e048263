import { fitOf, suggestWishes, type Waiting } from './suggest-wishes'
import { publicTitleIssue, wallRank } from './wish-rules'

const at = new Date('2026-11-02T10:00:00+08:00')
const days = (count: number) => new Date(at.getTime() + count * 24 * 60 * 60_000)

test('an older wish stands above a newer one, and a returned one as if it were a month older', () => {
  expect(wallRank(at, 0)).toBeLessThan(wallRank(days(1), 0))
  expect(wallRank(days(29), 1)).toBeLessThan(wallRank(at, 0))
  expect(wallRank(days(31), 1)).toBeGreaterThan(wallRank(at, 0))
})

test.each([
  ['想要一个小书桌', null],
  ['给王奶奶送个放大镜', null],
  ['请打 13800138000', '电话'],
  ['请打 138 0013-8000', '电话'],
  ['三号楼 2单元的灯', '门牌'],
  ['王小明想要书桌', '姓名'],
])('the public title “%s”: %s', (title, issue) => {
  const found = publicTitleIssue(title, ['王小明'])
  if (issue === null) expect(found).toBeNull()
  else expect(found).toContain(issue)
})

const wish = (more: Partial<Waiting> = {}): Waiting => ({
  ...{ category: 'repair', communityCode: '910101001001', days: 0, isPriority: false },
  ...more,
})
const offer = { categories: ['repair'] as const, communityCodes: ['910101001001'] }

test('what a unit can do weighs more than where and how long', () => {
  expect(fitOf(offer, wish())).toBeGreaterThan(fitOf(offer, wish({ category: 'goods', days: 20 })))
  expect(fitOf(offer, wish())).toBeGreaterThan(fitOf(offer, wish({ communityCode: '910101001002' })))
  expect(fitOf(offer, wish({ days: 400 }))).toBe(fitOf(offer, wish({ days: 30 })))
  expect(fitOf({ ...offer, communityCodes: [] }, wish({ communityCode: '910101001002' }))).toBe(fitOf(offer, wish()))
})

test('suggestions are of what the unit can do, the best first', () => {
  const [old, young, far, other] = [
    wish({ days: 9 }),
    wish({ days: 1 }),
    wish({ communityCode: '910101001002' }),
    wish({ category: 'study' }),
  ]
  expect(suggestWishes(offer, [other, far, young, old], 10)).toEqual([old, young, far])
  expect(suggestWishes(offer, [other, far, young, old], 1)).toEqual([old])
})
