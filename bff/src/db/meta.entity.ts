import { Column, Entity, PrimaryColumn } from 'typeorm'
import { code } from './columns'

/** Facts about the database itself, such as whether it holds demo data. */
@Entity('meta')
export class Meta {
  @PrimaryColumn(code(40)) name!: string
  @Column(code(200)) value!: string
}
