import type { PlaceKind } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, exact, flag, id, instant, nullable, orgCode } from '../../db/columns'

/** A name that people of a community use for a spot. Public; nothing of a person. */
@Entity('places')
@Index('uq_places_name', ['communityCode', 'nameKey'], { unique: true })
@Index('ix_places_community', ['communityCode', 'isClosed', 'id'])
@Index('ix_places_point', ['latE6', 'lngE6', 'communityCode', 'isClosed', 'id'])
export class PlaceRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) communityCode!: string
  @Column(code(40)) name!: string
  /** What makes two names the same, in both dialects alike (shared/domain/places). */
  @Column(exact(80)) nameKey!: string
  @Column(code(16)) kind!: PlaceKind
  /** GCJ-02 in millionths of a degree, a tenth of a metre: integers compare alike in every database. */
  @Column({ ...count, ...nullable, name: 'lat_e6' }) latE6!: number | null
  @Column({ ...count, ...nullable, name: 'lng_e6' }) lngE6!: number | null
  @Column(flag) isClosed!: boolean
  @Column(flag) isDemo!: boolean
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}
