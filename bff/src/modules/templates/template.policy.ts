import { purposesOf, type TemplatePurpose } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { TemplateRow } from './template.entity'

type Kept = Pick<TemplateRow, 'orgCode' | 'purpose'>

/** The orgs whose templates are offered to a membership, its own first: `/district/street/…/` from the end. */
export const offeringOrgs = ({ path }: Pick<ActorMembership, 'path'>): string[] =>
  path
    .split('/')
    .filter((code) => code !== '')
    .reverse()

/** Whether a template is offered to any of one's memberships; for others it is a 404. */
export const maySee = (actor: Actor, { orgCode }: Pick<Kept, 'orgCode'>): boolean =>
  actor.memberships.some((own) => offeringOrgs(own).includes(orgCode))

/** Whether this membership writes templates of its org for that purpose. */
export const mayWriteAs = ({ role }: Pick<ActorMembership, 'role'>, purpose: TemplatePurpose): boolean =>
  purposesOf(role).includes(purpose)

/** The membership by which someone keeps a template: staff of the very org, whose role has to do with its purpose. */
export const mayKeep = (actor: Actor, { orgCode, purpose }: Kept): ActorMembership | undefined =>
  actor.memberships.find((own) => own.orgCode === orgCode && mayWriteAs(own, purpose))
