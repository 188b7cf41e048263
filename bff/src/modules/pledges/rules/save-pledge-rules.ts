import type { Answer, Received } from '@xinban/shared/contracts'
import { checkPledgeRules, formatInstant } from '@xinban/shared/domain'
import type { Actor, Ctx, PublicCtx } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { forbidden, invalid, lostRace, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import { insertPledgeRules, pledgeRulesOf } from './pledge-rules.repository'

const mayChange = (actor: Actor | null, districtCode: string): boolean =>
  actor?.memberships.some(({ role, orgCode }) => role === 'district_admin' && orgCode === districtCode) ?? false

/** Throws not_found for a code that is no district's. */
export async function presentPledgeRules(
  ctx: PublicCtx,
  { districtCode }: Received<'pledge-rules.show', 'query'>,
): Promise<Answer<'pledge-rules.show'>> {
  const { reader } = ctx.services.db
  if ((await findOrg(reader, districtCode))?.level !== 'district') throw notFound('这个区')
  const { rules, version, setAt } = await pledgeRulesOf(reader, districtCode)
  return {
    ...{ districtCode, version, setAt: setAt && formatInstant(setAt) },
    rules: { ...rules, lights: rules.lights.map((band) => ({ ...band })) },
    mayChange: mayChange(ctx.actor, districtCode),
  }
}

/** Makes the next version, which holds from now on. Throws forbidden, invalid (all issues), lost_race. */
export async function savePledgeRules(ctx: Ctx, { districtCode, rules }: Received<'pledge-rules.save', 'body'>) {
  if (!mayChange(ctx.actor, districtCode)) throw forbidden('实事的规则由区管理员设置，请联系区管理员')
  const issues = checkPledgeRules(rules)
  if (issues.length > 0) {
    throw invalid(issues.map(({ path, code, message }) => ({ path: `rules.${path}`, code, message })))
  }
  try {
    await ctx.services.db.unitOfWork(async (em) => {
      const version = (await pledgeRulesOf(em, districtCode)).version + 1
      await insertPledgeRules(em, {
        ...{ id: newId(ctx.now), districtCode, version, rules },
        ...{ setByPersonId: ctx.actor.personId, setAt: ctx.now },
      })
      await writeOutbox(em, 'pledge-rules.saved', { districtCode, version }, ctx.now)
    })
  } catch (error) {
    throw isDuplicateKey(error) ? lostRace() : error
  }
  return presentPledgeRules(ctx, { districtCode })
}
