import { createHash } from 'node:crypto'
import { maxTemplates, templateKey, type TemplatePurpose } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute, marks, query } from '../../db/sql'
import { alreadyExists, lostRace } from '../../errors'
import { TemplateRow } from './template.entity'

/** A template that is offered; undefined for a closed one. */
export async function findTemplate(em: EntityManager, id: string): Promise<TemplateRow | undefined> {
  const [template] = await selectRows(em, TemplateRow, 'WHERE id = ? AND is_closed = 0', [id])
  return template
}

/** What some orgs offer for a purpose, the most used first; at most `maxTemplates` each. */
export async function listTemplates(
  em: EntityManager,
  orgCodes: readonly string[],
  purpose: TemplatePurpose,
): Promise<TemplateRow[]> {
  return selectRows(
    em,
    TemplateRow,
    `WHERE org_code IN (${marks(orgCodes)}) AND purpose = ? AND is_closed = 0
      ORDER BY use_count DESC, id LIMIT ${orgCodes.length * maxTemplates}`,
    [...orgCodes, purpose],
  )
}

export async function countTemplates(em: EntityManager, orgCode: string, purpose: TemplatePurpose): Promise<number> {
  const [row] = await query<{ n: number | string }>(
    em,
    'SELECT COUNT(*) AS n FROM templates WHERE org_code = ? AND purpose = ? AND is_closed = 0',
    [orgCode, purpose],
  )
  return Number(row?.n ?? 0)
}

type NewTemplate = Pick<TemplateRow, 'orgCode' | 'purpose' | 'text' | 'createdById'> & { readonly useCount?: number }

const keyOf = (text: string): string => createHash('sha256').update(templateKey(text)).digest('hex')

/** Adds a template. Throws already_exists when the org has these words for the purpose. @returns its id */
export async function insertTemplate(em: EntityManager, now: Date, template: NewTemplate): Promise<string> {
  const id = newId(now)
  const row: TemplateRow = {
    ...{ useCount: 0, ...template, id, textKey: keyOf(template.text) },
    ...{ isClosed: false, version: 1, updatedAt: now },
  }
  await refusingSameWords(() => insertRow(em, TemplateRow, row))
  return id
}

/** Changes the words if nobody did meanwhile. Throws lost_race, already_exists. */
export const rewordTemplate = (em: EntityManager, template: TemplateRow, text: string, now: Date): Promise<void> =>
  refusingSameWords(() => save(em, template, { text, textKey: keyOf(text) }, now))

/** Takes it out of every list; its row stays. Throws lost_race. */
export const closeTemplate = (em: EntityManager, template: TemplateRow, now: Date): Promise<void> =>
  save(em, template, { isClosed: true, textKey: null }, now)

/** One use more. No version: whoever edits it has nothing to do with that. */
export async function countUse(em: EntityManager, id: string): Promise<void> {
  await execute(em, 'UPDATE templates SET use_count = use_count + 1 WHERE id = ? AND is_closed = 0', [id])
}

async function save(em: EntityManager, template: TemplateRow, change: Partial<TemplateRow>, now: Date): Promise<void> {
  const set = { ...change, version: template.version + 1, updatedAt: now }
  const where = 'id = ? AND version = ? AND is_closed = 0'
  const changed = await updateRows(em, TemplateRow, set, where, [template.id, template.version])
  if (changed === 0) throw lostRace()
}

async function refusingSameWords<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists('已经有一条一样的常用回复了，不用再存')
    throw error
  }
}
