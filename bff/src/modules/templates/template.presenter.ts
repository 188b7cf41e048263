import type { Answer, Template } from '@xinban/shared/contracts'
import { templateActions, type TemplatePurpose } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { membershipFor } from '../identity'
import { findOrgs, orgRef } from '../orgs'
import type { TemplateRow } from './template.entity'
import { mayKeep, offeringOrgs } from './template.policy'
import { findTemplate, listTemplates } from './template.repository'

/** What is offered to a membership for a purpose: the nearest org first, the most used first inside each. */
export async function presentTemplates(
  ctx: Ctx,
  membershipId: string | undefined,
  purpose: TemplatePurpose,
): Promise<Answer<'templates.list'>> {
  const orgCodes = offeringOrgs(membershipFor(ctx, membershipId))
  const rows = await listTemplates(ctx.services.db.reader, orgCodes, purpose)
  const present = await templatePresenter(ctx, rows)
  const nearness = ({ orgCode }: TemplateRow) => orgCodes.indexOf(orgCode)
  return { items: [...rows].sort((a, b) => nearness(a) - nearness(b)).map(present) }
}

/** One template as the caller may see it. Throws not_found once it is closed. */
export async function presentTemplate(ctx: Ctx, id: string): Promise<Template> {
  const template = await findTemplate(ctx.services.db.reader, id)
  if (!template) throw notFound('这条常用回复')
  return (await templatePresenter(ctx, [template]))(template)
}

async function templatePresenter(ctx: Ctx, rows: readonly TemplateRow[]): Promise<(row: TemplateRow) => Template> {
  const orgs = await findOrgs(
    ctx.services.db.reader,
    rows.map(({ orgCode }) => orgCode),
  )
  return (row) => {
    const { id, orgCode, purpose, text, useCount, version } = row
    const org = orgs.get(orgCode)
    if (!org) throw new Error(`template ${id} is of ${orgCode}, which is no org`)
    const allowedActions = mayKeep(ctx.actor, row) ? [...templateActions] : []
    return { id, org: orgRef(org), purpose, text, useCount, version, allowedActions }
  }
}
