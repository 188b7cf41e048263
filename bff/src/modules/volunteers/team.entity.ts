import type { VolunteerState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, orgCode } from '../../db/columns'

/** What a unit says of its volunteers, once it takes some. */
@Entity('volunteer_teams')
@Index('ix_volunteer_teams_district', ['districtCode', 'teamCode'])
export class VolunteerTeamRow {
  @PrimaryColumn(orgCode) teamCode!: string
  @Column(orgCode) districtCode!: string
  @Column(code(300)) intro!: string
  @Column(flag) isOpen!: boolean
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}

/** Somebody's place in a team; one row each, which changes its state when they leave and come back. */
@Entity('volunteers')
@Index('uq_volunteers', ['personId', 'teamCode'], { unique: true })
@Index('ix_volunteers_team', ['teamCode', 'state', 'id'])
export class VolunteerRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) teamCode!: string
  @Column(id) personId!: string
  @Column(code(16)) state!: VolunteerState
  @Column(instant) appliedAt!: Date
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}

/** What hours are worth in a district, from a version on. */
@Entity('point_rule_versions')
@Index('uq_point_rule_versions', ['districtCode', 'version'], { unique: true })
export class PointRuleVersion {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(count) version!: number
  @Column(count) minutesPerPoint!: number
  @Column(count) mostMinutes!: number
  @Column(id) setByPersonId!: string
  @Column(instant) setAt!: Date
}
