import { passwordWeakness } from './password'
import { roleLevels, roleWords, roles } from './roles'

test.each([
  ['short', 'short1', /至少 10 个字符/],
  ['one character', 'aaaaaaaaaaaa', /不同的字符太少/],
  ['the account itself', 'xx-ZhangSan-99', /不要包含账号/],
  ['digits alone', '1234567890123', /不要只用数字/],
])('%s is weak', (_, password, words) => expect(passwordWeakness(password, 'zhangsan')).toMatch(words))

test('a long mixed one will do', () => {
  expect(passwordWeakness('correct horse 8 battery', 'zhangsan')).toBeUndefined()
})

test('every role has a word and a level', () => {
  for (const role of roles) expect([roleWords[role], roleLevels[role]]).not.toContain(undefined)
})
