import type { CreateHall, UpdateHall } from '@xinban/shared/contracts'
import { chinaDate, defaultBookingPolicy, policyBy, policyKeys, usualHallWeek } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../context'
import { newId } from '../../db/ids'
import { forbidden, invalidField, notFound, versionMismatch } from '../../errors'
import { writeOutbox } from '../../outbox/write-outbox'
import { findOrg, isValidOn } from '../orgs'
import { currentDefaults } from './booking-defaults.repository'
import { changePictures } from './hall-pictures'
import { storeHallPoint } from './hall-point'
import { keeperOf } from './hall.policy'
import { findHall, forgetHalls, insertHall, saveHall } from './hall.repository'

/** Adds a hall with the usual hours, the district's rules, and nothing to serve yet. Throws invalid, forbidden, already_exists. */
export async function createHall(ctx: Ctx, { orgCode, ...content }: CreateHall): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const org = await findOrg(em, orgCode)
    if (!org || !['district', 'street', 'community'].includes(org.level) || !isValidOn(org, chinaDate(ctx.now))) {
      throw invalidField('orgCode', 'unknown', '没有这个区、街道或社区，请重新选择')
    }
    const used = keeperOf(ctx.actor, org)
    if (!used) throw forbidden('大厅由本级和上级的工作人员维护')
    expectWindows(content.windows)
    const id = newId(ctx.now)
    const { defaults } = await currentDefaults(em, org.districtCode)
    await insertHall(em, {
      ...emptyHall,
      ...{ id, policy: policyBy(emptyHall.policy, policyKeys, defaults), follows: [...policyKeys] },
      orgCode,
      districtCode: org.districtCode,
      ...rowOf(content),
      updatedAt: ctx.now,
    })
    await changePictures(em, ctx, id, content)
    await writeOutbox(em, 'hall.created', { hallId: id, by: used.id }, ctx.now)
    return id
  })
}

/** Changes what the card says. Throws not_found, forbidden, version_mismatch, already_exists, lost_race. */
export async function updateHall(
  ctx: Ctx,
  { id, expectedVersion }: { id: string; expectedVersion: number | undefined },
  content: UpdateHall,
): Promise<void> {
  const gone = await ctx.services.db.unitOfWork(async (em) => {
    const { hall, used } = await keptHall(em, ctx, id)
    if (expectedVersion !== undefined && expectedVersion !== hall.version) throw versionMismatch()
    expectWindows(content.windows)
    await saveHall(em, hall, rowOf(content), ctx.now)
    const removed = await changePictures(em, ctx, id, content)
    await writeOutbox(em, 'hall.updated', { hallId: id, by: used.id }, ctx.now)
    return removed
  })
  forgetHalls()
  // The rows are gone: what a crash leaves here, the sweep finds.
  for (const file of gone) await ctx.services.fileStore.remove(file)
}

/** The hall, for whoever keeps it. Throws not_found, forbidden. */
export async function keptHall(em: EntityManager, ctx: Ctx, id: string) {
  const hall = await findHall(em, id)
  const org = hall && (await findOrg(em, hall.orgCode))
  if (!hall || !org) throw notFound('这个大厅')
  const used = keeperOf(ctx.actor, org)
  if (!used) throw forbidden('大厅的名片和办理时间由本级和上级的工作人员维护')
  return { hall, org, used }
}

/** What a hall begins with. */
export const emptyHall = {
  ...{ weekly: [...usualHallWeek], overrides: [], policy: defaultBookingPolicy, follows: [] },
  ...{ isClosed: false, isDemo: false, version: 1 },
}

const rowOf = ({ name, address, phones, windows, point, directions }: UpdateHall) => ({
  ...{ name, address, phones, windows },
  directions: directions || null,
  ...storeHallPoint(point),
})

function expectWindows(windows: UpdateHall['windows']): void {
  if (new Set(windows.map(({ no }) => no)).size < windows.length) {
    throw invalidField('windows', 'repeated', '两个窗口不能是同一个号')
  }
}
