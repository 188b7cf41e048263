import { builtInRules, guangxiRules, nationalRules } from '@xinban/shared/domain'
import { errorsOf, exampleWords, formOf, hasErrors, draftOf, type RuleField } from './rule-form'

const typed = (changes: Partial<Record<RuleField, string>>) => {
  const form = formOf(nationalRules)
  return { ...form, typed: { ...form.typed, ...changes } }
}

test('every built-in set stands in the form as it is', () => {
  for (const rules of builtInRules) {
    expect(draftOf(formOf(rules))).toEqual(rules)
    expect(hasErrors(errorsOf(formOf(rules)))).toBe(false)
  }
})

test('what is wrong is said where it is', () => {
  const { fields, groups } = errorsOf(
    typed({
      name: ' ',
      'points.3': '9',
      'weights.response': '40',
      'bands.dissatisfied.to': '50',
      freezeAfterDays: 'x',
    }),
  )
  expect(fields).toEqual({
    name: '请填写规则的名称',
    'points.3': '3 星得 9 分，4 星却只得 8 分',
    freezeAfterDays: '请填数字',
  })
  expect(groups.weights).toBe('三项权重 40 + 35 + 35 = 110，应为 100')
  expect(groups.survey).toContain('不属于任何一档')
})

test('a default review is off until it is chosen, and asks for days then', () => {
  expect(draftOf(formOf(nationalRules)).defaultReview).toBeNull()
  const on = typed({ 'defaultReview.stars': '3' })
  expect(draftOf(on).defaultReview).toEqual({ stars: 3, afterDays: 7 })
  expect(hasErrors(errorsOf(on))).toBe(false)
  expect(errorsOf(typed({ 'defaultReview.stars': '3', 'defaultReview.afterDays': '0' })).fields).toEqual({
    'defaultReview.afterDays': '办结 0 天后默认评价，应在 1—366 天',
  })
  expect(errorsOf(typed({ 'defaultReview.stars': '3', 'defaultReview.afterDays': '' })).fields).toEqual({
    'defaultReview.afterDays': '请填数字',
  })
  const off = { ...formOf(guangxiRules), typed: { ...formOf(guangxiRules).typed, 'defaultReview.stars': 'none' } }
  expect(draftOf({ ...off, typed: { ...off.typed, 'defaultReview.afterDays': '' } }).defaultReview).toBeNull()
  expect(hasErrors(errorsOf({ ...off, typed: { ...off.typed, 'defaultReview.afterDays': '' } }))).toBe(false)
})

test('the example follows what is typed', () => {
  expect(exampleWords(typed({}))?.[0]).toBe('响应率 95%，解决率 90%，满意率 90%')
  expect(exampleWords(typed({ favourableFrom: '4' }))?.[0]).toBe('响应率 95%，解决率 90%，满意率 80%')
  expect(exampleWords(typed({ 'weights.response': '' }))).toBeNull()
})
