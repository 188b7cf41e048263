import { dictionaryRows, openDataColumns, openDataSets, toCsv } from './open-data'

test('the dictionary explains every column of every set, its own too', () => {
  const rows = dictionaryRows()
  expect(rows).toHaveLength(openDataSets.reduce((sum, set) => sum + openDataColumns[set].length, 0))
  expect(rows.every(({ words }) => typeof words === 'string' && words !== '')).toBe(true)
})

test('CSV quotes what needs it, leaves nothing that a spreadsheet would run, and says what is made up', () => {
  const rows = [
    { set: 'a,b', column: '说"好"', words: '=1+1', type: '', unit: null },
    { set: '-3', column: '两\n行', words: '好', type: 'x', unit: 5 },
  ]
  expect(toCsv('dictionary', rows, '演示数据')).toBe(
    '\uFEFFset,column,words,type,unit\r\n"a,b","说""好""",\'=1+1,,\r\n\'-3,"两\n行",好,x,5\r\n# 演示数据\r\n',
  )
  expect(toCsv('board', [], null)).toMatch(/^\uFEFForgCode,orgName,level,[\w,]+\r\n$/)
})
