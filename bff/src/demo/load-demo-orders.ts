import type { PlaceOrder } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../context'
import { makePicture, receiveFile } from '../modules/files'
import { loadActor } from '../modules/identity'
import {
  acceptOrder,
  approveOrder,
  callbackOrder,
  claimOrder,
  declineOrder,
  dispatchOrder,
  disputeOrder,
  fulfilOrder,
  gradeOrder,
  mergeOrder,
  offerToUnits,
  placeOrder,
  progressOrder,
  rateFollowUp,
  rateOrder,
  recordFirstContact,
  rectifyOrder,
  releaseOrder,
  requestExtension,
  resolveDecline,
  resolveDispute,
  resolveEscalation,
  resolveExtension,
  reworkOrder,
  secondOrder,
  urgeOrder,
  withdrawOrder,
} from '../modules/orders'
import { demoStories } from './demo-stories'
import type { DemoStep, TroubleStep } from './demo-story'
import { demoTroubleStories } from './demo-trouble-stories'
import { demoWishStories } from './demo-wish-stories'
import type { DemoPeople } from './load-demo-people'
import type { DemoPicture } from './pictures/demo-scenes'
import { drawDemoPicture } from './pictures/draw-demo-picture'

const hour = 60 * 60_000
const stories = [...demoStories, ...demoTroubleStories, ...demoWishStories]

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
  for (const [index, story] of stories.entries()) {
    const begun = new Date(now.getTime() - story.hoursAgo * hour)
    const { item, photos, ...placed } = story.place
    const ctx = await as(story.by, begun)
    const input: PlaceOrder = {
      urgency: 'normal',
      visibility: 'private',
      communityCode: story.communityCode,
      ...placed,
      ...(item !== undefined && { serviceItemId: items.get(item) }),
      attachments: await uploadDrawings(ctx, photos),
    }
    const id = await placeOrder(ctx, input, { sourceRef: `demo:${index + 1}` })
    idByTitle.set(story.place.title, id)
    for (const [account, hoursAfter, step] of story.steps) {
      await take(await as(account, new Date(begun.getTime() + hoursAfter * hour)), id, step, idByTitle)
    }
  }
  return stories.length
}

/** Sends drawings as the person's own pictures. @returns the ids of their files */
export async function uploadDrawings(ctx: Ctx, photos: readonly DemoPicture[] = []): Promise<string[]> {
  const ids: string[] = []
  for (const name of photos) {
    const picture = await makePicture(await drawDemoPicture(name))
    ids.push(await receiveFile(ctx, picture, (command) => command()))
  }
  return ids
}

async function take(ctx: Ctx, id: string, step: DemoStep, idByTitle: ReadonlyMap<string, string>): Promise<string> {
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
      return progressOrder(ctx, { id }, { note: step.note, attachments: await uploadDrawings(ctx, step.photos) })
    case 'fulfil':
      return fulfilOrder(ctx, { id }, { note: step.note, attachments: await uploadDrawings(ctx, step.photos) })
    case 'withdraw':
      return withdrawOrder(ctx, { id }, step)
    case 'rate':
      return rateOrder(ctx, { id }, step)
    case 'grade':
      return gradeOrder(ctx, { id }, step)
    case 'rework':
      return reworkOrder(ctx, { id }, step)
    case 'approve':
      return approveOrder(ctx, { id }, step)
    case 'offer-to-units':
      return offerToUnits(ctx, { id }, step)
    case 'claim':
      return claimOrder(ctx, { id }, {})
    case 'first-contact':
      return recordFirstContact(ctx, { id }, step)
    case 'release':
      return releaseOrder(ctx, { id }, step)
    case 'second':
      return secondOrder(ctx, id)
    case 'merge':
      return mergeOrder(ctx, { id }, { intoId: idByTitle.get(step.intoTitle) ?? '', note: step.note })
    case 'callback':
    case 'rectify':
    case 'follow-up-rating':
    case 'request-extension':
    case 'resolve-extension':
    case 'urge':
    case 'dispute':
    case 'resolve-dispute':
    case 'resolve-escalation':
      return takeInTrouble(ctx, id, step)
  }
}

async function takeInTrouble(ctx: Ctx, id: string, step: TroubleStep): Promise<string> {
  switch (step.action) {
    case 'callback':
      return callbackOrder(ctx, { id }, step)
    case 'rectify':
      return rectifyOrder(ctx, { id }, { note: step.note, attachments: await uploadDrawings(ctx, step.photos) })
    case 'follow-up-rating':
      return rateFollowUp(ctx, { id }, step)
    case 'request-extension':
      return requestExtension(ctx, { id }, step)
    case 'resolve-extension':
      return resolveExtension(ctx, { id }, step)
    case 'urge':
      return urgeOrder(ctx, { id }, {})
    case 'dispute':
      return disputeOrder(ctx, { id }, { note: step.note, attachments: await uploadDrawings(ctx, step.photos) })
    case 'resolve-dispute':
      return resolveDispute(ctx, { id }, step)
    case 'resolve-escalation':
      return resolveEscalation(ctx, { id }, step)
  }
}
