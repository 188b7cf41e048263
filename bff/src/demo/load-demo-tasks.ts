import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../context'
import { loadActor } from '../modules/identity'
import { approveOrder, placeTask } from '../modules/orders'
import { communityCode, street } from './demo-story'
import type { DemoPeople } from './load-demo-people'

const hour = 60 * 60_000

/** One task of a department, on the wall; departments are there already. */
export async function loadDemoTasks(
  em: EntityManager,
  services: Services,
  people: DemoPeople,
  now: Date,
): Promise<void> {
  const as = async (account: string, hoursAgo: number): Promise<Ctx> => {
    const personId = people.get(account)
    if (personId === undefined) throw new Error(`the demo has no account ${account}`)
    const at = new Date(now.getTime() - hoursAgo * hour)
    return { services, actor: await loadActor(em, personId), now: at, requestId: 'demo' }
  }
  const id = await placeTask(await as('department-1', 50), {
    ...{ communityCode, title: '请志愿者帮老楼贴消防提示', category: 'skill', place: '老旧小区各单元' },
    content: '住建局正在排查老楼电线，想请十来个人周末上午挨栋贴提示、登记要换的灯，材料由部门准备。',
    contact: { name: '周科长', phone: '13900000024' },
  })
  await approveOrder(await as(street, 45), { id })
}
