import * as z from 'zod/mini'
import { orgLevels } from '../domain/orgs/org-code'

/** A required line or paragraph, outer white space removed. Lengths in UTF-16 units, as databases and screens count. */
export const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))
export const optionalText = (max: number) => z.optional(z.string().check(z.trim(), z.maxLength(max)))

export const Id = z.string().check(z.regex(/^[0-9a-f-]{36}$/))
export const OrgCode = z.string().check(z.regex(/^[A-Z0-9][A-Z0-9-]{3,31}$/))
export const CommunityCode = z.string().check(z.regex(/^\d{12}$/))
/** Mainland mobile or landline; the digits as dialled. */
export const Phone = z.string().check(z.trim(), z.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/))
/** ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true })

export const PageQuery = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 20),
  cursor: z.optional(z.string().check(z.maxLength(200))),
}

/** A list answer: one page and where the next begins (null on the last). */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.nullable(z.string()) })

/** An org as it is named inside other objects. */
export const OrgRef = z.strictObject({ code: OrgCode, name: z.string(), level: z.enum(orgLevels) })
export type OrgRef = z.infer<typeof OrgRef>
