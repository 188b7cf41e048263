import { setImmediate } from 'node:timers/promises'
import type { ScoreRuleSettings } from '@xinban/shared/contracts'
import {
  defaultLimits,
  guangxiRules,
  inHandStatuses,
  type OrderAction,
  type OrderStatus,
  type WhistleAction,
} from '@xinban/shared/domain'
import type { Actor, Ctx, Services } from '../context'
import { query } from '../db/sql'
import { clockSource, defaultReviewSource, findOrder, placeOrder, type OrderRow } from '../modules/orders'
import type { DueSource } from '../jobs/job'
import { saveScoreRules } from '../modules/scores'
import { findUnit } from '../modules/units'
import { whistleSource } from '../modules/whistles'
import { chooseAction, chooseTemper, chooseWait, goesOn, type Temper } from './choices'
import { Random } from './random'
import { makePlaces, type Place } from './sim-actors'
import { actorFor, takeStep } from './sim-steps'
import { blowOne, chooseWhistleWait, touchWhistle } from './sim-whistles'
import { Timeline } from './timeline'

export interface SimulationReport {
  readonly orders: number
  /** How often each action was taken. */
  readonly actions: Readonly<Partial<Record<OrderAction, number>>>
  /** The same of whistles, one for so many orders. */
  readonly whistles: Readonly<Partial<Record<WhistleAction | 'blow', number>>>
  /** Warnings, overdues and default reviews that jobs recorded. */
  readonly woken: number
  /** When the last thing happened. */
  readonly endedAt: Date
}

interface Options {
  readonly orders: number
  readonly seed: number
  /** When the first order may be placed, and after when nothing happens any more. */
  readonly from: Date
  readonly through: Date
  readonly onProgress: (orders: number) => void
}

/** What is about to happen: a new order or whistle, or a look at one. */
type Item = { readonly kind: 'place' } | { readonly kind: 'blow' } | Story | Blown
interface Blown {
  readonly kind: 'answer'
  readonly id: string
  readonly place: Place
  readonly touches: number
}
interface Story {
  readonly kind: 'touch'
  readonly id: string
  readonly owner: Actor | null
  readonly temper: Temper
  readonly touches: number
}

/** Things that share a transaction, for speed. */
const batch = 100
const jobEveryMs = 4 * 3_600_000
const mostTouches = 40
const ordersAWhistle = 20

/**
 * Lives through made-up orders from their placing to their end, in the order of time, by the commands that people use
 * and the job that watches clocks. All choices come from the seed. Throws an Error when the database has orders: made-up
 * ones do not go beside real ones.
 */
export async function simulate(services: Services, options: Options): Promise<SimulationReport> {
  const [any] = await query<{ id: string }>(services.db.reader, 'SELECT id FROM orders LIMIT 1')
  if (any) throw new Error('there are orders here already; a simulation wants a database of its own')
  const places = await makePlaces(services, options.from)
  return new Simulation(services, options, places).run()
}

class Simulation {
  private readonly random: Random
  private readonly timeline = new Timeline<Item>()
  private readonly actions: Partial<Record<OrderAction, number>> = {}
  private readonly whistles: Partial<Record<WhistleAction | 'blow', number>> = {}
  private readonly places: readonly Place[]
  /** The last order in hand of each community, to merge into, and orders that others were merged into. */
  private readonly inHand = new Map<string, string>()
  private readonly mergedInto = new Set<string>()
  private placed = 0
  private woken = 0
  private nextJobAt: number
  private now: Date

  constructor(
    private readonly services: Services,
    private readonly options: Options,
    private readonly placeOf: ReadonlyMap<string, Place>,
  ) {
    this.random = new Random(options.seed)
    this.places = [...placeOf.values()].sort((a, b) => (a.communityCode < b.communityCode ? -1 : 1))
    this.now = options.from
    this.nextJobAt = options.from.getTime()
    // The last tenth of the time is for what was placed before it.
    const span = (options.through.getTime() - options.from.getTime()) * 0.9
    for (let order = 0; order < options.orders; order++) {
      this.timeline.add(options.from.getTime() + Math.floor(this.random.next() * span), { kind: 'place' })
      if (order % ordersAWhistle > 0) continue
      this.timeline.add(options.from.getTime() + Math.floor(this.random.next() * span), { kind: 'blow' })
    }
  }

  async run(): Promise<SimulationReport> {
    await this.adoptRules()
    const end = this.options.through.getTime()
    while (this.timeline.nextAt <= end) {
      await this.services.db.unitOfWork(async () => {
        for (let done = 0; done < batch && this.timeline.nextAt <= end; done++) await this.goOn()
      })
      this.options.onProgress(this.placed)
      // Embedded SQLite gives back what statements took in turns of the event loop, and nothing else here ends one.
      await setImmediate()
    }
    const { actions, whistles, woken, now: endedAt, placed: orders } = this
    return { orders, actions, whistles, woken, endedAt }
  }

  /** Rules with a default review, so that every kind of fact is there to be verified. */
  private async adoptRules(): Promise<void> {
    const { version: _, ...rules } = structuredClone(guangxiRules) as ScoreRuleSettings['rules']
    for (const { districtCode, district } of new Map(
      this.places.map((place) => [place.districtCode, place]),
    ).values()) {
      await saveScoreRules(this.ctx(district), { districtCode, rules }, 0)
    }
  }

  private async goOn(): Promise<void> {
    const next = this.timeline.take()
    if (!next) return
    while (this.nextJobAt <= next.at) await this.runJob()
    this.now = new Date(next.at)
    if (next.item.kind === 'place') await this.place()
    else if (next.item.kind === 'blow') await this.blow()
    else if (next.item.kind === 'answer') await this.answer(next.item)
    else await this.touch(next.item)
  }

  private ctx(actor: Actor): Ctx {
    return { services: this.services, actor, now: this.now, requestId: 'simulation', isImport: true }
  }

  private async place(): Promise<void> {
    const { random } = this
    const place = random.pick(this.places)
    const { communityCode } = place
    const isOnBehalf = random.chance(0.1)
    const resident = random.pick(place.residents)
    const id = await placeOrder(this.ctx(isOnBehalf ? place.community : resident), {
      ...{ kind: random.chance(0.1) ? 'wish' : 'issue', communityCode, title: '模拟的单', content: '模拟的内容' },
      visibility: random.chance(0.2) ? 'public' : 'private',
      urgency: random.chance(0.1) ? 'urgent' : 'normal',
      ...(isOnBehalf && { onBehalfOf: { name: '王某', relation: '邻居', consent: true } }),
    })
    this.placed += 1
    const owner = isOnBehalf ? null : resident
    this.lookAgain({ kind: 'touch', id, owner, temper: chooseTemper(random), touches: 0 }, 'submitted')
  }

  private async blow(): Promise<void> {
    const place = this.random.pick(this.places)
    const id = await blowOne(this.ctx(place.street), place, this.random)
    this.whistles.blow = (this.whistles.blow ?? 0) + 1
    this.answerLater({ kind: 'answer', id, place, touches: 0 })
  }

  private async answer(blown: Blown): Promise<void> {
    const { reader } = this.services.db
    const action = await touchWhistle(reader, blown.id, blown.place, this.random, (actor) => this.ctx(actor))
    if (!action) return
    this.whistles[action] = (this.whistles[action] ?? 0) + 1
    this.answerLater({ ...blown, touches: blown.touches + 1 })
  }

  private answerLater(blown: Blown): void {
    if (blown.touches >= mostTouches) return
    this.timeline.add(this.now.getTime() + chooseWhistleWait(this.random), blown)
  }

  private async touch(story: Story): Promise<void> {
    const { random, now } = this
    const order = await findOrder(this.services.db.reader, story.id)
    if (!order) throw new Error(`order ${story.id} is gone`)
    const place = this.placeOf.get(order.communityCode)
    if (!place) throw new Error(`nobody is at ${order.communityCode}`)
    const { owner, temper } = story
    const into = await this.mergeTarget(order)
    const who = { order, place, owner, claimer: await this.unitWithRoom(order, place) }
    const action = chooseAction(random, order, now, temper, (possible) => {
      if (possible === 'merge' && into === undefined) return false
      if (possible === 'call-volunteers') return false
      if (possible === 'invite-unit' && (order.partners ?? []).length > 0) return false
      // Who came along with another order may be any of the neighbours.
      if (possible === 'second' && this.mergedInto.has(order.id)) return false
      return actorFor(possible, who) !== undefined
    })
    const actor = action && actorFor(action, who)
    if (action && actor) {
      await takeStep(this.ctx(actor), action, { order, place, owner, temper, random, into })
      this.actions[action] = (this.actions[action] ?? 0) + 1
      if (action === 'merge' && into !== undefined) this.mergedInto.add(into)
    }
    const after = await findOrder(this.services.db.reader, story.id)
    if (after) this.lookAgain({ ...story, touches: story.touches + 1 }, after.status, after)
  }

  private lookAgain(story: Story, status: OrderStatus, order?: OrderRow): void {
    if (order && isInHand(status)) this.inHand.set(order.communityCode, order.id)
    if (story.touches >= mostTouches || !goesOn(this.random, status)) return
    this.timeline.add(this.now.getTime() + chooseWait(this.random, story.temper, status), story)
  }

  /** A unit that may claim one more; undefined where there is nothing to claim, or all have their hands full. */
  private async unitWithRoom({ status }: OrderRow, { units }: Place): Promise<string | undefined> {
    if (status !== 'listed') return undefined
    for (const code of units.keys()) {
      const unit = await findUnit(this.services.db.reader, code)
      if (unit && unit.openClaims < defaultLimits.openClaims) return code
    }
    return undefined
  }

  /** Another order of the community that is in hand still; undefined for one into which others went. */
  private async mergeTarget(order: OrderRow): Promise<string | undefined> {
    const id = this.inHand.get(order.communityCode)
    if (id === undefined || id === order.id || this.mergedInto.has(order.id) || !isInHand(order.status))
      return undefined
    const target = await findOrder(this.services.db.reader, id)
    return target && isInHand(target.status) && target.communityCode === order.communityCode ? id : undefined
  }

  /** What the runner does every second, at its own time, in the transaction of the batch. */
  private async runJob(): Promise<void> {
    const now = new Date(this.nextJobAt)
    this.nextJobAt += jobEveryMs
    await this.runSource(clockSource, now)
    await this.runSource(defaultReviewSource, now)
    await this.runSource(whistleSource, now)
  }

  private async runSource<Due>(source: DueSource<Due>, now: Date): Promise<void> {
    const { reader } = this.services.db
    for (let left = true; left;) {
      const due = await source.findDue(reader, now, batch)
      for (const item of due) await source.act(reader, item, { services: this.services, now })
      this.woken += due.length
      left = due.length === batch
    }
  }
}

const isInHand = (status: OrderStatus): boolean => (inHandStatuses as readonly OrderStatus[]).includes(status)
