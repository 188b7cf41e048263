import { safeText } from './safe-cell'

const hidden = [
  '',
  ' ',
  '　',
  '\u00a0',
  '\t',
  '\r',
  '\n',
  '\u0000',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\u00ad',
  '\uffff',
  '\ud800',
]

test.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])(
  '%s begins a formula, whatever unseen stands before it',
  (sign) => {
    for (const before of hidden) expect(safeText(`${before}${sign}1+1`)).toBe(`'${before}${sign}1+1`)
  },
)

test.each(['\t', '\r', '\n'])('a cell that begins with %j is text', (sign) => {
  expect(safeText(`${sign}灯不亮`)).toBe(`'${sign}灯不亮`)
})

test.each(['楼道灯不亮', '3 号楼-2 单元', 'a=b', '', '😀=', '（+86）'])('%s stays as it is', (text) => {
  expect(safeText(text)).toBe(text)
})
