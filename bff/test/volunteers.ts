import type { Activity, Answer } from '@xinban/shared/contracts'
import type { TestServer } from './server'
import type { Caller, World } from './world'

const hour = 3_600_000

/** A team with its leader and those above it, and what volunteers go through with it by the server's clock. */
export class VolunteerStage {
  private constructor(
    private readonly server: TestServer,
    readonly world: World,
    readonly leader: Caller,
    readonly street: Caller,
    readonly district: Caller,
    readonly community: Caller,
  ) {}

  static async set(server: TestServer): Promise<VolunteerStage> {
    const world = await server.world()
    const leader = await world.staff('unit_staff', world.unit)
    const stage = new VolunteerStage(
      server,
      world,
      leader,
      await world.staff('street_staff', world.street),
      await world.staff('district_admin', world.code),
      await world.staff('community_staff', world.community),
    )
    await leader.ok('volunteer-teams.save', {
      params: { code: world.unit },
      body: { intro: '帮独居老人修灯换锁', isOpen: true },
    })
    return stage
  }

  /** So many hours from now, as an API says it. */
  at(hours: number): string {
    return new Date(this.server.clock.now().getTime() + hours * hour).toISOString()
  }

  async member(details: Parameters<World['person']>[0] = {}): Promise<Caller> {
    const person = await this.world.person(details)
    const { id } = await person.ok('volunteer-teams.join', { params: { code: this.world.unit }, body: {} })
    await this.leader.ok('volunteers.decide', { params: { id }, body: { decision: 'accept' } })
    return person
  }

  offer(part: { capacity?: number; startsAt?: string; endsAt?: string } = {}): Promise<Activity> {
    return this.leader.ok('activities.create', {
      body: {
        ...{ teamCode: this.world.unit, title: '周六修灯', place: '槐树社区活动室', capacity: 10 },
        ...{ startsAt: this.at(1), endsAt: this.at(4), ...part },
      },
    })
  }

  async signedUp(person: Caller, activityId: string): Promise<string> {
    const { own } = await person.ok('activities.sign-up', { params: { id: activityId }, body: {} })
    return own?.id ?? ''
  }

  /** Somebody who served and was confirmed: the clock has moved on by the hours. */
  async served(person: Caller, hours: number): Promise<string> {
    const activity = await this.offer({ startsAt: this.at(1), endsAt: this.at(1 + hours) })
    const id = await this.signedUp(person, activity.id)
    this.server.clock.advance({ hours: 1 })
    await person.ok('signups.check-in', { params: { id }, body: { code: await this.codeOf(activity.id) } })
    this.server.clock.advance({ hours })
    await person.ok('signups.check-out', { params: { id }, body: {} })
    await this.leader.ok('signups.confirm', { params: { id }, body: {} })
    return id
  }

  async codeOf(id: string): Promise<string> {
    return (await this.leader.ok('activities.show', { params: { id } })).checkCode ?? ''
  }

  reward(part: { cost?: number; stock?: number } = {}): Promise<Answer<'rewards.create'>> {
    return this.community.ok('rewards.create', {
      body: { orgCode: this.world.community, title: '一袋洗衣粉', cost: 1, stock: 3, ...part },
    })
  }
}
