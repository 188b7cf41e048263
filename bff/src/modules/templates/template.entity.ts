import type { TemplatePurpose } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, exact, flag, id, instant, nullable, orgCode } from '../../db/columns'

/** Words of an org for one purpose. Nothing of a person belongs into them. */
@Entity('templates')
@Index('uq_templates_text', ['orgCode', 'purpose', 'textKey'], { unique: true })
@Index('ix_templates_org', ['orgCode', 'purpose', 'isClosed', 'useCount'])
export class TemplateRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) orgCode!: string
  @Column(code(16)) purpose!: TemplatePurpose
  @Column(code(500)) text!: string
  /** Hash of what makes two texts the same; null once it is closed, so that the words are free again. */
  @Column({ ...exact(64), ...nullable }) textKey!: string | null
  @Column(count) useCount!: number
  @Column(flag) isClosed!: boolean
  /** Who wrote it; null for what came with the demo. */
  @Column({ ...id, ...nullable }) createdById!: string | null
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}
