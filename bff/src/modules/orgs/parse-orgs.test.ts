import { parseOrgs, type KnownOrgs } from './parse-orgs'

const nothing: KnownOrgs = new Map()
const header = 'code,parent_code,level,name'
const district = '910101,,district,试验区'
const street = '910101001,910101,street,东街街道'
const community = '910101001001,910101001,community,槐树社区'
const file = (...rows: string[]) => [header, ...rows].join('\n')
const parse = (text: string, known = nothing) => parseOrgs(Buffer.from(text), known)

test('import orgs: reads every level, parents in any order, absent values as null', () => {
  const { lines, bad } = parse(file(community, '910101-U1,910101,unit,志愿队', street, district))
  expect(bad).toEqual([])
  expect(lines.map(({ line, code, parentCode, level }) => [line, code, parentCode, level])).toEqual([
    [2, '910101001001', '910101001', 'community'],
    [3, '910101-U1', '910101', 'unit'],
    [4, '910101001', '910101', 'street'],
    [5, '910101', null, 'district'],
  ])
  expect(lines[0]).toMatchObject({ name: '槐树社区', validUntil: null, successorCode: null })
})

test('import orgs: a byte order mark, CRLF, spaces, quotes and empty lines are no trouble', () => {
  const { lines, bad } = parse(`\uFEFF${header}\r\n\r\n 910101 ,,district,"试验区"\r\n`)
  expect(bad).toEqual([])
  expect(lines).toMatchObject([{ code: '910101', name: '试验区' }])
})

test('import orgs: columns may stand in another order, and known parents need not be in the file', () => {
  const text =
    'name,level,parent_code,code,valid_until,successor\n槐树社区,community,910101001,910101001001,2026-12-31,'
  const { lines, bad } = parse(text, new Map([['910101001', 'street']]))
  expect(bad).toEqual([])
  expect(lines).toMatchObject([{ code: '910101001001', validUntil: '2026-12-31', successorCode: null }])
})

const extended = (...rows: string[]) => [`${header},valid_until,successor`, ...rows].join('\n')
test.each<[string, string, [number, RegExp][]]>([
  ['a code of the wrong length', file('91010,,district,试验区'), [[2, /代码「91010」/]]],
  ['letters in a code', file(district, '91010100A,910101,street,东街'), [[3, /91010100A/]]],
  ['a duplicate, with the line of the first', file(district, street, street), [[4, /第 3 行重复/]]],
  ['a parent that is nowhere', file(community), [[2, /910101001 既不在文件里，也不在库里/]]],
  ['a community under a district', file(district, '910101001001,910101,community,槐树'), [[3, /不能挂在 district/]]],
  ['a code that does not begin with its parent', file(district, '920101001,910101,street,东街'), [[3, /不相符/]]],
  ['a district with a parent', file(district, '920101,910101,district,另一区'), [[3, /区没有上级/]]],
  ['a missing parent', file('910101001,,street,东街'), [[2, /缺少上级代码/]]],
  ['an unknown level', file(district, '910101001,910101,town,东街'), [[3, /层级「town」/]]],
  ['an empty name', file('910101,,district,'), [[2, /名称为空/]]],
  ['a name that is too long', file(`910101,,district,${'长'.repeat(81)}`), [[2, /超过 80/]]],
  ['too few columns', file(district, '910101001,910101,street'), [[3, /应有 4 列，实际 3 列/]]],
  ['too many columns', file('910101,,district,试验区,多了'), [[2, /应有 4 列，实际 5 列/]]],
  ['a date that is none', extended(`${district},2026-02-30,`), [[2, /2026-02-30/]]],
  ['a date in another form', extended(`${district},2026/12/31,`), [[2, /YYYY-MM-DD/]]],
  ['a successor that is nowhere', extended(`${district},2026-12-31,920101`), [[2, /继任代码 920101/]]],
  ['a successor of another level', extended(`${district},,`, `${street},2026-12-31,910101`), [[3, /继任代码 910101/]]],
  ['oneself as successor', extended(`${district},2026-12-31,910101`), [[2, /不能是自己/]]],
  ['a quote without its end', file(district, '910101001,910101,street,"东街'), [[3, /引号/]]],
  ['a missing column', 'code,level,name\n910101,district,试验区', [[1, /parent_code/]]],
  ['an empty file', '', [[1, /缺少列/]]],
])('import orgs: refuses %s', (_, text, expected) => {
  const { lines, bad } = parse(text)
  expect(lines).toEqual([])
  for (const [line, message] of expected) {
    expect(bad).toContainEqual({ line, message: expect.stringMatching(message) as string })
  }
})

test('import orgs: a known code keeps its level', () => {
  const { bad } = parse(file('910101,,district,试验区'), new Map([['910101', 'unit']]))
  expect(bad.map(({ message }) => message)).toContainEqual(expect.stringContaining('已作为 unit 存在'))
})

test('import orgs: every bad line is reported, in the order of the file', () => {
  const { bad } = parse(file('91010,,district,试验区', district, '910101001,910101,street,', community, community))
  expect(bad.map(({ line }) => line)).toEqual([2, 4, 6])
})

test('import orgs: a quoted field over two lines does not shift the lines after it', () => {
  const { bad } = parse(file('910101,,district,"试验\n区"', '91010100,910101,street,东街'))
  expect(bad).toContainEqual({ line: 4, message: expect.stringContaining('91010100') as string })
})

test('import orgs: a bad row over two lines is reported by its first', () => {
  const { bad } = parse(file(district, '91010100,910101,street,"东\n街"'))
  expect(bad).toContainEqual({ line: 3, message: expect.stringContaining('91010100') as string })
})

test('import orgs: another encoding is refused with a hint', () => {
  const gbk = Buffer.concat([Buffer.from(`${header}\n910101,,district,`), Buffer.from([0xca, 0xd4, 0xd1, 0xe9])])
  expect(parseOrgs(gbk, nothing).bad).toEqual([{ line: 1, message: expect.stringContaining('UTF-8') as string }])
})
