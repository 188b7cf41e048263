import type { Month, ScoreRuleSet } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, json, orgCode } from '../../db/columns'

/** One version of a district's rules of scores; never changed. */
@Entity('score_rule_versions')
@Index('uq_score_rule_versions_version', ['districtCode', 'version'], { unique: true })
export class ScoreRuleVersion {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(count) version!: number
  @Column(json) rules!: ScoreRuleSet
  @Column(id) setByPersonId!: string
  @Column(instant) setAt!: Date
}

/** One act of freezing: the months after the act before it, up to `through`, were published by these rules. */
@Entity('score_freeze_acts')
@Index('uq_score_freeze_acts_through', ['districtCode', 'through'], { unique: true })
export class ScoreFreezeAct {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(code(7)) through!: Month
  @Column(code(40)) ruleVersion!: string
  @Column(id) frozenByPersonId!: string
  @Column(instant) frozenAt!: Date
}
