import {
  possibleWhistleActions,
  whistleFlow,
  type RefusalDecision,
  type Stars,
  type WhistleAction,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Actor, Ctx } from '../context'
import {
  blowWhistle,
  factsOf,
  findParties,
  findWhistle,
  moveWhistle,
  reportIn,
  type WhistlePartyRow,
  type WhistleRow,
} from '../modules/whistles'
import type { Random } from './random'
import type { Place } from './sim-actors'

const note = '模拟'

/** How likely each action is beside the others that are possible. */
const weights: Record<WhistleAction, number> = {
  ...{ sign: 12, refuse: 1.5, 'resolve-refusal': 10, contact: 10, 'report-in': 8, progress: 3, finish: 8 },
  ...{ 'send-back': 2, close: 10, withdraw: 0.3, 'grade-department': 8, 'grade-street': 5 },
}

/** Hours until somebody looks at a whistle again, on average: signing is due within one, so that some are late. */
const meanWait = 3
export const chooseWhistleWait = (random: Random): number => random.wait(random.chance(0.2) ? meanWait * 20 : meanWait)

/** A street calls one, two or three departments. @returns the whistle's id */
export function blowOne(ctx: Ctx, { departments }: Place, random: Random): Promise<string> {
  const codes = [...departments.keys()].filter((_, index) => index === 0 || random.chance(0.4))
  return blowWhistle(ctx, {
    ...{ kind: random.chance(0.3) ? 'hard' : 'push', title: '模拟的哨', content: note, place: note },
    departmentCodes: codes,
  })
}

/** Something that someone can do about a whistle now. */
interface Option {
  readonly action: WhistleAction
  readonly actor: Actor
  readonly about: WhistlePartyRow
}

/**
 * One thing that happens to a whistle, of all that the flow lets its street, its departments and the district do.
 * @param ctxOf whoever acts, now
 * @returns what was done; undefined when nothing is left to do
 */
export async function touchWhistle(
  em: EntityManager,
  id: string,
  place: Place,
  random: Random,
  ctxOf: (actor: Actor) => Ctx,
): Promise<WhistleAction | undefined> {
  const whistle = await findWhistle(em, id)
  if (!whistle) throw new Error(`whistle ${id} is gone`)
  const options = optionsOf(whistle, await findParties(em, [id]), place)
  const chosen = random.weighted(options.map((option) => [option, weights[option.action]] as const))
  if (!chosen) return undefined
  await take(ctxOf(chosen.actor), whistle, chosen, random)
  return chosen.action
}

function optionsOf(whistle: WhistleRow, parties: readonly WhistlePartyRow[], place: Place): Option[] {
  const facts = parties.map(factsOf)
  return parties.flatMap((about, index) =>
    possibleWhistleActions(whistle.status, facts, facts[index]).flatMap((action): Option[] => {
      const by: readonly string[] = whistleFlow.actions[action].by
      const actors = {
        ...{ department: place.departments.get(about.departmentCode), street: place.street, district: place.district },
        lead: about.isLead ? place.departments.get(about.departmentCode) : undefined,
      }
      const actor = (['department', 'lead', 'street', 'district'] as const).find(
        (party) => by.includes(party) && actors[party] !== undefined,
      )
      const who = actor && actors[actor]
      return who ? [{ action, actor: who, about }] : []
    }),
  )
}

function take(ctx: Ctx, whistle: WhistleRow, { action, about }: Option, random: Random): Promise<unknown> {
  const { id, placeCode } = whistle
  const { departmentCode } = about
  const stars = random.pick<Stars>([1, 2, 3, 4, 5, 5])
  switch (action) {
    case 'report-in':
      return reportIn(ctx, { id }, { placeCode })
    case 'resolve-refusal': {
      const decision: RefusalDecision = random.chance(0.5) ? 'uphold' : 'overrule'
      return moveWhistle(ctx, { id }, action, { departmentCode, decision, note, data: { decision } })
    }
    case 'grade-department':
      return moveWhistle(ctx, { id }, action, { departmentCode, data: { stars }, party: { stars } })
    case 'grade-street':
      return moveWhistle(ctx, { id }, action, { data: { stars }, party: { streetStars: stars } })
    case 'sign':
    case 'refuse':
    case 'contact':
    case 'progress':
    case 'finish':
    case 'send-back':
    case 'close':
    case 'withdraw':
      return moveWhistle(ctx, { id }, action, { note })
  }
}
