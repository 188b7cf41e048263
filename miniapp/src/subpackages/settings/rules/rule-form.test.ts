import { builtInRules, nationalRules } from '@xinban/shared/domain'
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

test('the example follows what is typed', () => {
  expect(exampleWords(typed({}))?.[0]).toBe('响应率 95%，解决率 90%，满意率 90%')
  expect(exampleWords(typed({ favourableFrom: '4' }))?.[0]).toBe('响应率 95%，解决率 90%，满意率 80%')
  expect(exampleWords(typed({ 'weights.response': '' }))).toBeNull()
})
