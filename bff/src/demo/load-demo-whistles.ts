import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../context'
import { loadActor } from '../modules/identity'
import { blowWhistle, insertDepartment, moveWhistle, reportIn } from '../modules/whistles'
import {
  demoDepartments,
  demoWhistlePoint,
  demoWhistles,
  demoWhistleStreet,
  type DemoWhistleStep,
} from './demo-whistles'
import { uploadDrawings } from './load-demo-orders'
import type { DemoPeople } from './load-demo-people'

const hour = 60 * 60_000

/** Plays every whistle of the demo through the real commands, each step at its own past time. */
export async function loadDemoWhistles(
  em: EntityManager,
  services: Services,
  people: DemoPeople,
  now: Date,
): Promise<void> {
  for (const [orgCode] of demoDepartments) {
    await insertDepartment(em, { orgCode, districtCode: '610303', addedAt: now })
  }
  const as = async (account: string, at: Date): Promise<Ctx> => {
    const personId = people.get(account)
    if (personId === undefined) throw new Error(`the demo has no account ${account}`)
    return { services, actor: await loadActor(em, personId), now: at, requestId: 'demo' }
  }
  for (const { daysAgo, blow, steps } of demoWhistles) {
    const begun = new Date(now.getTime() - daysAgo * 24 * hour - hour / 6)
    const id = await blowWhistle(await as(demoWhistleStreet, begun), { ...blow, point: demoWhistlePoint })
    for (const [account, hoursAfter, step] of steps) {
      await take(await as(account, new Date(begun.getTime() + hoursAfter * hour)), id, step)
    }
  }
}

async function take(ctx: Ctx, id: string, step: DemoWhistleStep): Promise<string> {
  switch (step.action) {
    case 'report-in':
      return reportIn(ctx, { id }, { point: demoWhistlePoint })
    case 'grade-department':
      return moveWhistle(ctx, { id }, step.action, {
        ...{ departmentCode: step.departmentCode, note: step.note },
        ...{ data: { stars: step.stars }, party: { stars: step.stars } },
      })
    case 'grade-street':
      return moveWhistle(ctx, { id }, step.action, {
        ...{ note: step.note, data: { stars: step.stars }, party: { streetStars: step.stars } },
      })
    case 'resolve-refusal':
      return moveWhistle(ctx, { id }, step.action, { ...step, data: { decision: step.decision } })
    case 'progress':
    case 'finish':
      return moveWhistle(ctx, { id }, step.action, {
        ...{ note: step.note, attachments: await uploadDrawings(ctx, step.photos) },
      })
    case 'sign':
      return moveWhistle(ctx, { id }, step.action)
    case 'contact':
    case 'refuse':
    case 'send-back':
    case 'close':
      return moveWhistle(ctx, { id }, step.action, { note: step.note })
  }
}
