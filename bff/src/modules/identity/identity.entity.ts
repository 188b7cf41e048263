import type { MemberChangeKind, Role } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, exact, flag, id, instant, nullable, orgCode } from '../../db/columns'

/** Name and phone are encrypted; the phone is found by its keyed hash. */
@Entity('persons')
@Index('uq_persons_phone', ['phoneHash'], { unique: true })
export class Person {
  @PrimaryColumn(id) id!: string
  @Column({ ...code(400), ...nullable }) nameSealed!: string | null
  @Column({ ...code(400), ...nullable }) phoneSealed!: string | null
  @Column({ ...code(64), ...nullable }) phoneHash!: string | null
  @Column({ ...orgCode, ...nullable }) communityCode!: string | null
  @Column({ ...instant, ...nullable }) communityConfirmedAt!: Date | null
  @Column(flag) isDemo!: boolean
  @Column(instant) createdAt!: Date
  @Column(instant) updatedAt!: Date
  /** When they deleted their account; nothing but the id is known of them since. */
  @Column({ ...instant, ...nullable }) deletedAt!: Date | null
}

/** A sign-in name. Demo accounts have no password; only demo mode lets them in. */
@Entity('accounts')
@Index('ix_accounts_person', ['personId'])
export class Account {
  @PrimaryColumn(exact(64)) name!: string
  @Column(id) personId!: string
  @Column({ ...code(200), ...nullable }) passwordHash!: string | null
  @Column(flag) isDemo!: boolean
  @Column(instant) createdAt!: Date
}

/** Passwords tried for a name since the last right one, whether or not there is such an account. */
@Entity('password_attempts')
@Index('ix_password_attempts_last', ['lastAt'])
export class PasswordAttempts {
  @PrimaryColumn(code(64)) nameHash!: string
  @Column(count) failures!: number
  @Column({ ...instant, ...nullable }) lockedUntil!: Date | null
  @Column(instant) lastAt!: Date
}

@Entity('wechat_identities')
@Index('ix_wechat_identities_person', ['personId'])
export class WechatIdentity {
  @PrimaryColumn(exact(64)) appid!: string
  @PrimaryColumn(exact(64)) openid!: string
  @Column(id) personId!: string
  @Column({ ...exact(64), ...nullable }) unionid!: string | null
  @Column(instant) createdAt!: Date
}

/** A role at an org. A revoked one stays, so that past events keep their meaning. */
@Entity('memberships')
@Index('ix_memberships_person', ['personId'])
@Index('ix_memberships_org', ['orgCode', 'role'])
export class Membership {
  @PrimaryColumn(id) id!: string
  @Column(id) personId!: string
  @Column(orgCode) orgCode!: string
  @Column(code(20)) role!: Role
  @Column(instant) grantedAt!: Date
  @Column({ ...instant, ...nullable }) revokedAt!: Date | null
}

/** That a role was given or taken back, and by whose. Never changed, read by the auditor. */
@Entity('member_changes')
@Index('ix_member_changes_district', ['districtCode', 'id'])
export class MemberChangeRow {
  @PrimaryColumn(id) id!: string
  @Column(instant) at!: Date
  @Column(code(16)) change!: MemberChangeKind
  @Column(id) membershipId!: string
  /** Null for an operator at the command line. */
  @Column({ ...id, ...nullable }) byMembershipId!: string | null
  @Column(orgCode) districtCode!: string
}

/** A session by the hash of its token; the token itself is never stored. */
@Entity('sessions')
@Index('ix_sessions_person', ['personId'])
@Index('ix_sessions_expires', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn(code(64)) tokenHash!: string
  @Column(id) personId!: string
  @Column(code(16)) provider!: 'wechat' | 'password' | 'demo'
  @Column(instant) createdAt!: Date
  @Column(instant) expiresAt!: Date
}
