import type { EntityManager } from 'typeorm'
import type { Services } from '../context'
import { selectRows } from '../db/rows'
import { execute } from '../db/sql'
import { importOrgs, Org } from '../modules/orgs'
import { demoDepartments } from './demo-whistles'
import { jintaiOrgsCsv } from './jintai-orgs'

const gridsPerCommunity = 3
const gridNames = ['第一网格', '第二网格', '第三网格']

/** Units that help: made up, attached to the demo's community, its street and the district. */
const units = [
  ['610303', '水电维修志愿队'],
  ['610303', '法律服务志愿队'],
  ['610303', '医疗健康志愿队'],
  ['610303', '助学志愿队'],
  ['610303001', '街道综合服务队'],
  ['610303001', '邻里互助社'],
  ['610303001', '青年志愿队'],
  ['610303001002', '楼院议事小组'],
  ['610303001002', '银龄互助队'],
  ['610303001002', '爱心商户联盟'],
] as const

/** The real tree with generated grids and units under it. @returns all of it, in order of code */
export async function loadDemoOrgs(em: EntityManager, services: Services, now: Date): Promise<Org[]> {
  const isDemo = true
  await importOrgs(services, Buffer.from(jintaiOrgsCsv), { now, isDemo })
  const communities = await selectRows(em, Org, "WHERE level = 'community' ORDER BY code", [])
  const grids = communities.flatMap(({ code }) =>
    gridNames.slice(0, gridsPerCommunity).map((name, index) => `${code}00${index + 1},${code},grid,${name}`),
  )
  const unitLines = units.map(([parent, name], index) => `610303-U${index + 1},${parent},unit,${name}`)
  const departmentLines = demoDepartments.map(([code, name]) => `${code},610303,unit,${name}`)
  const csv = ['code,parent_code,level,name', ...grids, ...unitLines, ...departmentLines].join('\n')
  await importOrgs(services, Buffer.from(csv), { now, isDemo })
  for (const [index, { code }] of communities.entries()) {
    const phone = `0917-0000${String(index + 1).padStart(3, '0')}`
    await execute(em, 'UPDATE orgs SET service_phone = ? WHERE code = ?', [phone, code])
  }
  return selectRows(em, Org, 'ORDER BY code', [])
}
