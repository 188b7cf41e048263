import { roles } from '../identity/roles'
import { purposesOf, templateKey, templatePurposes } from './template'

test('every role but the auditor writes for something, those above for everything', () => {
  expect(roles.filter((role) => purposesOf(role).length === 0)).toEqual(['auditor'])
  expect(purposesOf('street_staff')).toEqual(templatePurposes)
  expect(purposesOf('community_staff')).not.toContain('grade')
})

test('white space and width do not make another template', () => {
  expect(templateKey(' 灯已换好，\n试过能亮 ')).toBe(templateKey('灯已换好， 试过能亮'))
  expect(templateKey('３ 天内上门')).toBe(templateKey('3天内上门'))
  expect(templateKey('已办好')).not.toBe(templateKey('办好了'))
})
