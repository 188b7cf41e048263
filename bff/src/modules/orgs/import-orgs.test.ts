import { openTestServices } from '../../../test/server'
import type { Services } from '../../context'
import { selectRows } from '../../db/rows'
import { importOrgs } from './import-orgs'
import { Org } from './org.entity'

let services: Services
beforeEach(async () => {
  services = await openTestServices()
})
afterEach(() => services.db.close())

const now = new Date('2026-11-22T09:00:00+08:00')
const header = 'code,parent_code,level,name,valid_until,successor'
const district = '910101,,district,试验区,,'
const street = '910101001,910101,street,东街街道,,'
const community = '910101001001,910101001,community,槐树社区,,'
const other = '910101001002,910101001,community,柳树社区,,'
const grid = '910101001001001,910101001001,grid,第一网格,,'
const load = (...rows: string[]) => importOrgs(services, Buffer.from([header, ...rows].join('\n')), { now })
const all = () => selectRows(services.db.reader, Org, 'ORDER BY code', [])
const org = async (code: string) => (await all()).find((row) => row.code === code)

test('import orgs: adds the tree with its paths and district', async () => {
  expect(await load(community, street, district)).toEqual({ added: 3, changed: 0, unchanged: 0, bad: [] })
  expect(await org('910101001001')).toMatchObject({
    ...{ path: '/910101/910101001/910101001001/', districtCode: '910101', level: 'community', name: '槐树社区' },
    ...{ servicePhone: null, isDemo: false, updatedAt: now },
  })
})

test('import orgs: running it again changes nothing', async () => {
  await load(district, street, community)
  const before = await all()
  expect(await load(district, street, community)).toEqual({ added: 0, changed: 0, unchanged: 3, bad: [] })
  expect(await all()).toEqual(before)
})

test('import orgs: one bad row and nothing is changed', async () => {
  await load(district, street)
  const before = await all()
  const report = await load(street.replace('东街', '新东街'), community, '91010100,910101,street,坏的,,')
  expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 0, bad: [{ line: 4 }] })
  expect(await all()).toEqual(before)
})

test('import orgs: a file that leaves an org out closes nothing', async () => {
  await load(district, street, community, other)
  expect(await load(district, street, community)).toMatchObject({ unchanged: 3 })
  expect(await org('910101001002')).toMatchObject({ validUntil: null, name: '柳树社区' })
})

test('import orgs: a name, an end and a successor are changes', async () => {
  await load(district, street, community, other)
  const report = await load('910101001001,910101001,community,大槐树社区,2026-12-31,910101001002')
  expect(report).toMatchObject({ added: 0, changed: 1 })
  expect(await org('910101001001')).toMatchObject({
    ...{ name: '大槐树社区', validUntil: '2026-12-31', successorCode: '910101001002' },
  })
})

test('import orgs: a unit moves with its path', async () => {
  await load(district, street, community, '910101-U1,910101001001,unit,志愿队,,')
  expect(await load('910101-U1,910101,unit,志愿队,,')).toMatchObject({ changed: 1 })
  expect(await org('910101-U1')).toMatchObject({ parentCode: '910101', path: '/910101/910101-U1/' })
})

test('import orgs: when a path is put right, whatever stands below moves along', async () => {
  await load(district, street, community, grid)
  await services.db.unitOfWork((em) =>
    em.query("UPDATE orgs SET path = REPLACE(path, '/910101/', '/900000/'), district_code = '900000'"),
  )
  expect((await org('910101001001001'))?.path).toBe('/900000/910101001/910101001001/910101001001001/')
  await load(district, street)
  expect(await org('910101001001001')).toMatchObject({
    ...{ path: '/910101/910101001/910101001001/910101001001001/', districtCode: '910101' },
  })
})

test('import orgs: several districts stand beside each other', async () => {
  await load(district, street, community)
  await load('920101,,district,另一区,,', '920101001,920101,street,东街街道,,')
  const districts = new Map((await all()).map(({ code, districtCode }) => [code, districtCode]))
  expect(districts.get('910101001001')).toBe('910101')
  expect(districts.get('920101001')).toBe('920101')
})
