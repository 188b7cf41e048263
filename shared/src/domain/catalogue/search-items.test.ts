import fc from 'fast-check'
import { searchItems, suggestItems, type Searchable } from './search-items'

const item = (name: string, summary = '', everydayWords: string[] = []): Searchable => ({
  ...{ name, category: '便民', summary, everydayWords },
})
const repair = item('水电小修', '水龙头、灯泡等小修小补', ['换灯泡'])
const allowance = item('高龄津贴', '按月发放的补贴')
const card = item('老年优待证', '凭证乘车', ['老年证'])
const items = [repair, allowance, card]
const names = (query: string) => searchItems(items, query).map((found) => found.item.name)

test('the name, a nickname and a word of the same meaning find an item, in this order of strength', () => {
  expect(names('高龄津贴')[0]).toBe('高龄津贴')
  expect(names('老年证')[0]).toBe('老年优待证')
  expect(names('老人补贴')[0]).toBe('高龄津贴')
})

test('what only wraps a question changes nothing', () => {
  const bare = searchItems(items, '老年证').map(({ score }) => score)
  expect(searchItems(items, '请问老年证怎么办理？').map(({ score }) => score)).toEqual(bare)
})

test('a question of nothing but wrapping is searched as it stands', () => {
  const help = item('帮忙', '', ['麻烦'])
  expect(searchItems([help, card], '帮忙').map((found) => found.item.name)).toEqual(['帮忙'])
})

test('single characters count only where no pair leads anywhere, and suggest nothing', () => {
  expect(names('泡')).toEqual(['水电小修'])
  expect(names('灯泡')).toEqual(['水电小修'])
  expect(names('换个泡子')).toEqual(['水电小修'])
  expect(suggestItems(items, '换个泡子')).toEqual([])
})

test('full-width letters and spaces between characters are no obstacle', () => {
  const wifi = item('ＷiFi 安装')
  expect(searchItems([wifi], 'ｗｉｆｉ')[0]?.item).toBe(wifi)
  expect(names('老 年 证')[0]).toBe('老年优待证')
})

test('a rare word outweighs one that every item has', () => {
  const common = [item('证件办理'), item('证件换领'), item('证件补办'), item('护照')]
  expect(searchItems(common, '证件护照')[0]?.item.name).toBe('护照')
})

test('suggestions are three at most, and what the summary alone mentions is none', () => {
  const many = Array.from({ length: 9 }, (_, index) => item(`换灯泡${index}`))
  expect(suggestItems(many, '换灯泡')).toHaveLength(3)
  expect(suggestItems([item('别的事', '也换灯泡')], '换灯泡')).toEqual([])
})

test('any text is searched without a fault: scores fall, shares stay within 0 and 1', () => {
  const words = fc.string({ unit: fc.constantFrom(...Array.from('老人年证补贴灯泡水电换。，a1 ')), maxLength: 120 })
  fc.assert(
    fc.property(words, (query) => {
      const found = searchItems(items, query)
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
      for (const { score, coverage } of found) {
        expect(score).toBeGreaterThan(0)
        expect(coverage >= 0 && coverage <= 1).toBe(true)
      }
    }),
  )
})
