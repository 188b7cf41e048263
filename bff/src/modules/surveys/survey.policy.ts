import { isWithin, possibleSurveyActions, surveyPhase, type SurveyAction } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { Org } from '../orgs'
import type { SurveyRow } from './survey.entity'

/** Roles that ask residents, each inside its own territory. */
const askingRoles: readonly string[] = ['community_staff', 'street_staff', 'district_admin']

/** The membership by which someone holds a survey of that org: staff of it or of an org above. */
export const holderOf = (actor: Actor | null, org: Pick<Org, 'path'>): ActorMembership | undefined =>
  actor?.memberships.find(({ role, path }) => askingRoles.includes(role) && isWithin(org.path, path))

/** Whether a membership may ask at all. */
export const mayAsk = ({ role }: Pick<ActorMembership, 'role'>): boolean => askingRoles.includes(role)

/** The membership by which staff help somebody of that community to take part; a grid worker helps in the grid's own. */
export const helperOf = (actor: Actor, community: Pick<Org, 'path'>): ActorMembership | undefined =>
  actor.memberships.find(
    ({ role, path }) =>
      (askingRoles.includes(role) && isWithin(community.path, path)) ||
      (role === 'grid_worker' && isWithin(path, community.path)),
  )

/** Whether somebody helps anyone at all of those who are asked. */
const mayHelpIn = (actor: Actor, population: readonly Pick<Org, 'path'>[]): boolean =>
  population.some((org) =>
    actor.memberships.some(({ path }) => isWithin(org.path, path) || isWithin(path, org.path)),
  ) && actor.memberships.some(({ role }) => askingRoles.includes(role) || role === 'grid_worker')

interface Standing {
  readonly org: Pick<Org, 'path'>
  readonly population: readonly Pick<Org, 'path'>[]
  /** They are asked, and took no part yet. */
  readonly mayCast: boolean
}

/** What someone may do with a survey now: what is possible at all, as far as it is theirs. */
export function surveyActionsOf(
  actor: Actor | null,
  survey: SurveyRow,
  { org, population, mayCast }: Standing,
  now: Date,
): SurveyAction[] {
  if (!actor) return []
  const isHolder = holderOf(actor, org) !== undefined
  const may: Record<SurveyAction, boolean> = {
    ...{ update: isHolder, discard: isHolder, publish: isHolder, close: isHolder, 'read-texts': isHolder },
    cast: mayCast,
    help: mayHelpIn(actor, population),
  }
  return possibleSurveyActions(surveyPhase(survey, now), survey.ballots > 0).filter((action) => may[action])
}
