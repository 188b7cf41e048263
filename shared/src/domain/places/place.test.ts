import fc from 'fast-check'
import { placeNameKey, possiblePlaceActions, withPlaceName } from './place'

test.each([['３ 号院'], ['3号院'], [' 3 号 院 '], ['（3）号院']])('%s is the same name as 3号院', (name) => {
  expect(placeNameKey(name)).toBe('3号院')
})
test('another number is another name', () => {
  expect(placeNameKey('3 号院')).not.toBe(placeNameKey('13 号院'))
  expect(placeNameKey('A 区')).toBe(placeNameKey('a区'))
})

test('a closed place can only be reopened', () => {
  expect(possiblePlaceActions({ isClosed: true })).toEqual(['reopen'])
  expect(possiblePlaceActions({ isClosed: false })).toEqual(['update', 'close'])
})

describe('withPlaceName', () => {
  test.each([
    ['', '', '槐树院', '槐树院'],
    ['3 号楼 2 单元', '', '槐树院', '槐树院 3 号楼 2 单元'],
    ['槐树院 3 号楼', '槐树院', '柳树院', '柳树院 3 号楼'],
    ['槐树院', '槐树院', '柳树院', '柳树院'],
    ['槐树院3 号楼', '', '槐树院', '槐树院3 号楼'],
  ])('%j (was %j) with %j is %j', (words, former, name, expected) => {
    expect(withPlaceName(words, former, name)).toBe(expected)
  })
  test('loses nothing that was typed beside the former name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (typed) => {
        expect(withPlaceName(`旧院 ${typed}`, '旧院', '新院')).toContain(typed.trim())
      }),
    )
  })
})
