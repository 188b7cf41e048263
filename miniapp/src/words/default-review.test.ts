import { tellDefaultReview } from './default-review'

const now = new Date('2026-11-25T15:00:00+08:00')
const waiting = { stars: 5 as const, at: '2026-11-29T09:00:00+08:00', isNoted: false }
const noted = { stars: 3 as const, at: '2026-11-25T09:00:00+08:00', isNoted: true }
const own = { allowedActions: ['rate' as const], isOwn: true }

test('its owner reads what silence comes to, and that their own word counts', () => {
  expect(tellDefaultReview(waiting, own, 'owner', now)).toBe(
    '11 月 29 日 09:00 前没有评价，会按区里的规定记默认评价 5 星“非常满意”，单独计数，不算满意率。你现在评，就按你的评价算。',
  )
  expect(tellDefaultReview(noted, own, 'owner', now)).toBe(
    '今天 09:00 按区里的规定记了默认评价 3 星“基本满意”，单独计数，不算满意率。你现在评，就按你的评价算。',
  )
})

test('who cannot rate is not asked to', () => {
  expect(tellDefaultReview(noted, { ...own, isOwn: false }, 'owner', now)).not.toContain('你现在评')
  expect(tellDefaultReview(noted, { ...own, allowedActions: [] }, 'owner', now)).not.toContain('你现在评')
})

test('staff read that it is counted apart', () => {
  expect(tellDefaultReview(waiting, own, 'staff', now)).toBe(
    '11 月 29 日 09:00 前没有人评价，就记默认评价 5 星“非常满意”，另计',
  )
  expect(tellDefaultReview(noted, own, 'staff', now)).toBe('没有人评价，今天 09:00 记了默认评价 3 星“基本满意”，另计')
})
