import type { PlaceOrder } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../context'
import { loadActor } from '../modules/identity'
import {
  acceptOrder,
  approveOrder,
  declineOrder,
  dispatchOrder,
  fulfilOrder,
  gradeOrder,
  mergeOrder,
  placeOrder,
  progressOrder,
  rateOrder,
  resolveDecline,
  reworkOrder,
  secondOrder,
  withdrawOrder,
} from '../modules/orders'
import { demoStories } from './demo-stories'
import type { DemoStep } from './demo-story'
import type { DemoPeople } from './load-demo-people'

const hour = 60 * 60_000

/** Plays every demo story through the real commands, each step at its own past time. @returns how many orders */
export async function loadDemoOrders(
  em: EntityManager,
  services: Services,
  people: DemoPeople,
  items: ReadonlyMap<string, string>,
  now: Date,
): Promise<number> {
  const as = async (account: string, at: Date): Promise<Ctx> => {
    const personId = people.get(account)
    if (personId === undefined) throw new Error(`the demo has no account ${account}`)
    return { services, actor: await loadActor(em, personId), now: at, requestId: 'demo' }
  }
  const idByTitle = new Map<string, string>()
  for (const [index, story] of demoStories.entries()) {
    const begun = new Date(now.getTime() - story.hoursAgo * hour)
    const { item, ...placed } = story.place
    const input: PlaceOrder = {
      urgency: 'normal',
      visibility: 'private',
      communityCode: story.communityCode,
      ...placed,
      ...(item !== undefined && { serviceItemId: items.get(item) }),
    }
    const ctx = await as(story.by, begun)
    const id = await placeOrder(ctx, input, { sourceRef: `demo:${index + 1}` })
    idByTitle.set(story.place.title, id)
    for (const [account, hoursAfter, step] of story.steps) {
      await take(await as(account, new Date(begun.getTime() + hoursAfter * hour)), id, step, idByTitle)
    }
  }
  return demoStories.length
}

function take(ctx: Ctx, id: string, step: DemoStep, idByTitle: ReadonlyMap<string, string>): Promise<string> {
  switch (step.action) {
    case 'accept':
      return acceptOrder(ctx, { id })
    case 'decline':
      return declineOrder(ctx, { id }, step)
    case 'resolve-decline':
      return resolveDecline(ctx, { id }, step)
    case 'dispatch':
      return dispatchOrder(ctx, { id }, step)
    case 'progress':
      return progressOrder(ctx, { id }, step)
    case 'fulfil':
      return fulfilOrder(ctx, { id }, step)
    case 'withdraw':
      return withdrawOrder(ctx, { id }, step)
    case 'rate':
      return rateOrder(ctx, { id }, step)
    case 'grade':
      return gradeOrder(ctx, { id }, step)
    case 'rework':
      return reworkOrder(ctx, { id }, step)
    case 'approve':
      return approveOrder(ctx, { id })
    case 'second':
      return secondOrder(ctx, id)
    case 'merge':
      return mergeOrder(ctx, { id }, { intoId: idByTitle.get(step.intoTitle) ?? '', note: step.note })
  }
}
