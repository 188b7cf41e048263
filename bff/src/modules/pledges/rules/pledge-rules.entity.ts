import type { PledgeRules } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, id, instant, json, orgCode } from '../../../db/columns'

/** Rules of pledges that a district set. A version never changes. */
@Entity('pledge_rule_versions')
@Index('uq_pledge_rule_versions_version', ['districtCode', 'version'], { unique: true })
export class PledgeRuleVersion {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(count) version!: number
  @Column(json) rules!: PledgeRules
  @Column(id) setByPersonId!: string
  @Column(instant) setAt!: Date
}
