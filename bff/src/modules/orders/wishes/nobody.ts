import type { Actor, Ctx, PublicCtx } from '../../../context'
import { notSignedIn } from '../../../errors'

/** Whoever reads without signing in: a party to nothing, who may do nothing. */
const nobody: Actor = { personId: '', memberships: [] }
export const isNobody = ({ personId }: Actor): boolean => personId === ''

/** For what everyone may read. */
export const asAnyone = (ctx: PublicCtx): Ctx => ({ ...ctx, actor: ctx.actor ?? nobody })

/** For the other views of an endpoint that anyone may call. Throws not_signed_in. */
export function asPerson(ctx: PublicCtx): Ctx {
  if (ctx.actor === null) throw notSignedIn()
  return { ...ctx, actor: ctx.actor }
}
