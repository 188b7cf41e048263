import type { EntityManager } from 'typeorm'
import { clockRules, type ClockRules } from '../../calendar'

interface Placed {
  readonly districtCode: string
}

/** By what the clocks of a page of orders are reckoned; nearly always all of them are of one district. */
export async function clockRulesOfAll(
  em: EntityManager,
  orders: readonly Placed[],
): Promise<(order: Placed) => ClockRules> {
  const rules = new Map<string, ClockRules>()
  for (const code of new Set(orders.map(({ districtCode }) => districtCode))) {
    rules.set(code, await clockRules(em, code))
  }
  return ({ districtCode }) => {
    const found = rules.get(districtCode)
    if (!found) throw new Error(`no rules were loaded for ${districtCode}`)
    return found
  }
}
