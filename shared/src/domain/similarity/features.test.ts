import fc from 'fast-check'
import { orderTexts } from './similarity.fixtures'
import { featuresOf } from './features'
import { packFeatures, unpackFeatures } from './pack-features'
import { areaKind, placeWords } from './place-words'
import { foldText, gramCode, gramCodes, stretchesOf, unitCodes } from './units'

const placesOf = (text: string) => {
  const folded = foldText(text)
  return placeWords(folded, stretchesOf(folded))
}

test('courtesy and grammar fall away, numbers stay whole, width and case don’t matter', () => {
  expect(stretchesOf(foldText('尊敬的领导：您好！请问２０４路ＫＴＶ的噪音'))).toEqual([
    ['204', '路', 'ktv'],
    ['噪', '音'],
  ])
  expect(gramCodes([['路', '灯', '灭']])).toEqual([gramCode('路灯'), gramCode('灯灭')].sort((a, b) => a - b))
  expect(gramCodes([['ktv'], ['灯']])).toEqual([])
  expect(unitCodes([['ktv', '灯'], ['灯']])).toEqual([gramCode('ktv'), gramCode('灯')].sort((a, b) => a - b))
})

test.each([
  ['住在东风小区', '东风小区门口', 1],
  ['204公交晚点', '204路不停', 1],
  ['3号楼漏水', '3栋漏水', 1],
  ['3栋漏水', '5栋漏水', 0],
  ['东风小区', '向阳小区', 0],
  ['2019年3月4日交了500元', '500元', 0],
  ['附近学校多', '附近学校少', 0],
])('places of %s and %s: %i in common', (a, b, common) => {
  expect(placesOf(a).places.filter((code) => placesOf(b).places.includes(code))).toHaveLength(common)
})

test('areas carry their kind; what only ends like one is none', () => {
  expect(placesOf('长沙县').areas.map(areaKind)).toEqual([1])
  expect(placesOf('A7县与B市').areas.map(areaKind).sort()).toEqual([0, 1])
  expect(placesOf('这片城区和超市').areas).toEqual([])
})

test('packed features come back as they were; other versions and damage come back as null', () => {
  fc.assert(
    fc.property(orderTexts, (text) => {
      const features = featuresOf(text)
      expect(unpackFeatures(packFeatures(features))).toEqual(features)
    }),
  )
  const packed = packFeatures(featuresOf({ title: '路灯不亮', content: '' }))
  expect(packed).toMatch(/^[\w.-]+$/)
  for (const damaged of ['', '0', packed.replace(/^2/, '1'), `${packed}x`, packed.replace(/\./, '.x')]) {
    expect(unpackFeatures(damaged)).toBeNull()
  }
})
