import type { PlaceOrder } from '@xinban/shared/contracts'
import { featuresOf, packFeatures, chinaDate, isWithin, maskName } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { consentNeeded, invalidField, notFound } from '../../../errors'
import { clockRules } from '../../calendar'
import { findItem, findVersion, isOfferedAt } from '../../catalogue'
import { findPerson, findPersonByPhone, type Person } from '../../identity'
import { findOrg, isValidOn, type Org } from '../../orgs'
import { inOrder, planClocks, writeClocks } from '../clocks/clockwork'
import { notePlaced } from '../just-placed'
import type { EventData } from '../order-event.entity'
import type { OrderPrivate, OrderRow } from '../order.entity'
import type { Beneficiary, ContactDetails } from '../order-personal'
import { insertOrder } from '../order.repository'
import { findPlacing } from '../placing.queries'
import { freshOrder } from './fresh-order'

/**
 * Places an order for the actor, or on behalf of someone who need not have an account: that person owns it as soon as
 * they sign in with the phone given. Throws invalid for a community or item that cannot be ordered from, consent_needed
 * for whoever has not agreed to the present privacy notice; staff who place on behalf do so by their role
 * (docs/adr/0008).
 * @param sourceRef where an imported order came from; unique, so that an import cannot place it twice
 * @param ownerId whose order it is where staff make it of what that person has asked for; the contact is theirs
 * @returns the order's id
 */
export async function placeOrder(
  ctx: Ctx,
  input: PlaceOrder,
  { sourceRef = null, ownerId }: { sourceRef?: string | null; ownerId?: string } = {},
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { placer, hasAgreed, heads, ...found } = await findPlacing(em, ctx.actor.personId, input.communityCode)
    const community = await orderableCommunity(em, ctx, found.community)
    const item = await orderableItem(em, input, community)
    if (!placer || placer.deletedAt) throw notFound('你的账号')
    const asker = ownerId === undefined ? undefined : await expectAsker(em, ownerId)
    const { onBehalfOf } = input
    const used = onBehalfOf || asker ? staffAt(ctx, community) : null
    if (used === null && !hasAgreed) throw consentNeeded()
    const contact = contactOf(ctx, input, asker ?? placer)
    const name = onBehalfOf?.name ?? contact.name
    const isWish = input.kind === 'wish'
    if (isWish && onBehalfOf && !onBehalfOf.consent) {
      throw invalidField('onBehalfOf.consent', 'missing', '请先征得本人同意，再替本人许愿')
    }
    const data: EventData = { ...(onBehalfOf && { consent: true }), ...(isWish && { isOffered: true }) }
    const id = newId(ctx.now)
    const order: Omit<OrderRow, 'no'> = {
      ...freshOrder,
      clocks: [],
      id,
      kind: input.kind,
      districtCode: community.districtCode,
      streetCode: community.parentCode ?? '',
      communityCode: community.code,
      ownerId: onBehalfOf ? await ownerByPhone(em, ctx, onBehalfOf.phone) : (asker ?? placer).id,
      placedById: placer.id,
      isOnBehalf: onBehalfOf !== undefined || (asker !== undefined && asker.id !== placer.id),
      serviceItemId: item?.id ?? null,
      serviceItemVersion: item?.publishedVersion ?? null,
      limitDays: await itemLimit(em, item),
      title: input.title,
      place: input.location?.place || null,
      urgency: input.urgency,
      visibility: input.visibility,
      // The street is the first to look at a wish.
      offeredAt: isWish ? ctx.now : null,
      requesterName: name === undefined ? null : maskName(name),
      placedAt: ctx.now,
      updatedAt: ctx.now,
      sourceRef,
    }
    const rules = await clockRules(em, order.districtCode, [], heads)
    const clocks = await planClocks(em, ctx, rules, order, { action: 'place', from: null })
    const personal = personalSide(ctx, id, input, contact)
    const written = await insertOrder(em, ctx, { ...order, ...clocks?.onOrder }, personal, {
      ...{ action: 'place', to: 'submitted', used, data, attachments: input.attachments },
    })
    if (clocks) await writeClocks(em, clocks)
    const events = [{ ...written.event, note: null }]
    notePlaced(ctx, { order: written.order, personal, events, clocks: inOrder(clocks?.after ?? []), rules })
    return id
  })
}

async function expectAsker(em: EntityManager, id: string): Promise<Person> {
  const asker = await findPerson(em, id)
  if (!asker || asker.deletedAt) throw notFound('这位居民的账号')
  return asker
}

/** Throws invalid for what is no community, or one that has ended. */
export async function orderableCommunity(em: EntityManager, ctx: Ctx, community: Org | undefined): Promise<Org> {
  if (community?.level !== 'community') throw invalidField('communityCode', 'unknown', '没有这个社区，请重新选择')
  if (!isValidOn(community, chinaDate(ctx.now))) {
    const successor = community.successorCode === null ? undefined : await findOrg(em, community.successorCode)
    const hint = successor ? `已并入${successor.name}，请选择新的社区` : '已撤销，请重新选择'
    throw invalidField('communityCode', 'closed', `${community.name}${hint}`)
  }
  return community
}

async function orderableItem(em: EntityManager, { serviceItemId, kind }: PlaceOrder, community: Org) {
  if (serviceItemId === undefined) return undefined
  const item = await findItem(em, serviceItemId)
  if (!item || item.state === 'draft' || !(await isOfferedAt(em, serviceItemId, community))) {
    throw invalidField('serviceItemId', 'unknown', '这个社区没有这项服务，请重新选择')
  }
  if (item.state === 'closed') {
    throw invalidField('serviceItemId', 'closed', `「${item.name}」已停办，请选别的服务，或用自己的话说一件事`)
  }
  if (item.kind !== kind) throw invalidField('kind', 'mismatch', '单的类别与所选服务事项不一致，请重新选择')
  return item
}

/** Working days that the item itself promises, as it is published now. */
async function itemLimit(em: EntityManager, item: Awaited<ReturnType<typeof orderableItem>>): Promise<number | null> {
  if (!item?.publishedVersion) return null
  const version = await findVersion(em, item.id, item.publishedVersion)
  return version?.content.guide.timeLimit.workingDays ?? null
}

/** The role by which staff place on behalf; null for a family member or neighbour. */
function staffAt({ actor }: Ctx, community: Org): ActorMembership | null {
  const roles: readonly string[] = ['community_staff', 'street_staff', 'district_admin', 'grid_worker']
  const covers = (own: ActorMembership) =>
    isWithin(community.path, own.path) || (own.role === 'grid_worker' && isWithin(own.path, community.path))
  return actor.memberships.find((own) => roles.includes(own.role) && covers(own)) ?? null
}

async function ownerByPhone(em: EntityManager, { services }: Ctx, phone: string | undefined): Promise<string | null> {
  if (phone === undefined) return null
  return (await findPersonByPhone(em, services.personalData.phoneHash(phone)))?.id ?? null
}

/** What was typed, completed from the profile of whoever the order is for, as far as that is the placer. */
function contactOf({ services: { personalData } }: Ctx, input: PlaceOrder, placer: Person): ContactDetails {
  const { contact = {}, onBehalfOf } = input
  const profile: ContactDetails = onBehalfOf
    ? { name: onBehalfOf.name, phone: onBehalfOf.phone }
    : {
        name: placer.nameSealed ? personalData.open(placer.nameSealed, 'name') : undefined,
        phone: placer.phoneSealed ? personalData.open(placer.phoneSealed, 'phone') : undefined,
      }
  return {
    name: contact.name ?? profile.name,
    phone: contact.phone ?? profile.phone,
    address: contact.address || undefined,
  }
}

/** The consent is a fact of the placing event, not part of who they are. */
const beneficiaryOf = ({ name, phone, relation }: NonNullable<PlaceOrder['onBehalfOf']>): Beneficiary => ({
  name,
  phone,
  relation,
})

function personalSide(
  { services: { personalData } }: Ctx,
  orderId: string,
  { title, content, location, onBehalfOf }: PlaceOrder,
  contact: ContactDetails,
): OrderPrivate {
  const hasPoint = location?.lat !== undefined && location.lng !== undefined
  return {
    orderId,
    content,
    features: packFeatures(featuresOf({ title, content, place: location?.place })),
    contactSealed: Object.values(contact).some((value) => value !== undefined)
      ? personalData.sealJson(contact, 'contact')
      : null,
    pointSealed: hasPoint ? personalData.sealJson({ lat: location.lat, lng: location.lng }, 'point') : null,
    beneficiarySealed: onBehalfOf ? personalData.sealJson(beneficiaryOf(onBehalfOf), 'beneficiary') : null,
    beneficiaryPhoneHash: onBehalfOf?.phone === undefined ? null : personalData.phoneHash(onBehalfOf.phone),
  }
}
