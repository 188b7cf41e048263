import { defaultOrderRules } from '@xinban/shared/domain'
import { flowRefusal } from './refusals'

test('a window that is over is told in the days that the district set', () => {
  const rules = { ...defaultOrderRules, ratingWindowDays: 7, disputeWindowDays: 45 }
  expect(flowRefusal('rating_window_over', rules)).toContain('7 天')
  expect(flowRefusal('dispute_window_over', rules)).toContain('45 天')
  expect(flowRefusal('rating_window_over', defaultOrderRules)).toContain('15 天')
})
