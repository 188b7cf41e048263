import { insertWords } from './insert-words'

test.each([
  ['', '已办好。', undefined, '已办好。'],
  ['今天上午', '灯已换好。', undefined, '今天上午灯已换好。'],
  ['今天上午', '灯已换好。', 99, '今天上午灯已换好。'],
  ['今天上午谢谢', '灯已换好。', 4, '今天上午灯已换好。谢谢'],
  ['谢谢', '灯已换好。', 0, '灯已换好。谢谢'],
])('%s with %s at %s is %s', (typed, words, at, whole) => {
  expect(insertWords(typed, words, at, 100)).toBe(whole)
})

test('what does not fit is not cut', () => {
  expect(insertWords('今天上午', '灯已换好。', undefined, 9)).toBe('今天上午灯已换好。')
  expect(insertWords('今天上午', '灯已换好。', undefined, 8)).toBeUndefined()
})
