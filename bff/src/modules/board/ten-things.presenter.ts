import type { TenThings } from '@xinban/shared/contracts'
import { chinaDate, nextMilestone } from '@xinban/shared/domain'
import type { Services } from '../../context'
import { findOrg } from '../orgs'
import { findPledgesOf, litPledge, pledgeRulesOf, type PledgeRow } from '../pledges'
import { findShownList } from './board.queries'

/** The ten things of an org in one line, of this year or the latest that has a list; null where none was published. */
export async function presentTenThings({ db }: Services, orgCode: string, now: Date): Promise<TenThings | null> {
  const { reader } = db
  const today = chinaDate(now)
  const list = await findShownList(reader, orgCode, Number(today.slice(0, 4)), false)
  const org = list && (await findOrg(reader, orgCode))
  if (!list || !org) return null
  const pledges = await findPledgesOf(reader, [list.id])
  const { rules } = await pledgeRulesOf(reader, org.districtCode)
  const lights = pledges.map((pledge) => litPledge(pledge, rules, now).light)
  const countOf = (wanted: string) => lights.filter((light) => light === wanted).length
  return {
    ...{ listId: list.id, year: list.year, total: pledges.length, done: countOf('blue'), late: countOf('red') },
    next: nextOf(pledges, today),
  }
}

/** What is to come first, of all that are being delivered; what is late is counted, and no next step. */
function nextOf(pledges: readonly PledgeRow[], today: string): TenThings['next'] {
  const steps = pledges.flatMap(({ id, number, title, state, terms }) => {
    if (state !== 'delivering') return []
    const step = nextMilestone(terms.milestones.filter(({ dueOn }) => dueOn >= today))
    return step ? [{ pledgeId: id, number, title, milestone: step.title, dueOn: step.dueOn }] : []
  })
  const [first] = steps.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number - b.number)
  return first ?? null
}
