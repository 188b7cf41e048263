import type { UnitKind, WishCategory } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Org } from '../modules/orgs'
import { insertUnit } from '../modules/units'

type Told = readonly [kind: UnitKind, categories: readonly WishCategory[], ...tags: string[]]

/** What the made-up units can do, by their names. */
const offers: Readonly<Record<string, Told>> = {
  水电维修志愿队: ['volunteers', ['repair'], '水电小修', '修轮椅'],
  法律服务志愿队: ['volunteers', ['skill'], '法律咨询'],
  医疗健康志愿队: ['volunteers', ['health', 'company'], '陪诊', '量血压'],
  助学志愿队: ['volunteers', ['study'], '课业辅导'],
  街道综合服务队: ['institution', ['repair', 'other'], '搬运'],
  邻里互助社: ['ngo', ['company', 'goods'], '代买', '聊天'],
  青年志愿队: ['party', ['skill', 'study'], '手机教学'],
  楼院议事小组: ['volunteers', ['other']],
  银龄互助队: ['volunteers', ['company'], '书法', '棋牌'],
  爱心商户联盟: ['enterprise', ['goods', 'skill'], '理发', '修鞋'],
}

/** Registers every unit of the demo, so that its members can claim. */
export async function loadDemoUnits(em: EntityManager, orgs: readonly Org[], now: Date): Promise<void> {
  for (const { code, level, name, districtCode, parentCode } of orgs) {
    const told = offers[name]
    if (level !== 'unit' || !told || parentCode === null) continue
    const [kind, categories, ...tags] = told
    await insertUnit(em, {
      ...{ orgCode: code, districtCode, parentCode, kind, categories: [...categories], tags, areaCodes: [] },
      ...{ isActive: true, openClaims: 0, version: 1, updatedAt: now },
    })
  }
}
