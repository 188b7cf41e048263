import type { Pledge, PledgeList, Sent } from '@xinban/shared/contracts'
import type { Caller, World } from './world'

/** Everyone whom a year of ten things meets. */
export interface PledgeCast {
  readonly world: World
  readonly community: Caller
  readonly street: Caller
  readonly district: Caller
  /** Verified residents of the community. */
  readonly residents: readonly Caller[]
}

let phones = 0
/** A resident whom staff confirmed. */
export const verified = (world: World, communityCode = world.community): Promise<Caller> => {
  phones += 1
  const phone = `139${String(phones).padStart(8, '0')}`
  return world.person({ name: '王小明', phone, communityCode, isConfirmed: true })
}

export async function makePledgeCast(world: World, residentCount = 3): Promise<PledgeCast> {
  const residents: Caller[] = []
  for (let index = 0; index < residentCount; index++) residents.push(await verified(world))
  return {
    ...{ world, residents },
    community: await world.staff('community_staff', world.community),
    street: await world.staff('street_staff', world.street),
    district: await world.staff('district_admin', world.code),
  }
}

export type Terms = Sent<'pledge-lists.publish', 'body'>['pledges'][number]

/** What will do for one pledge of the year of the test clock, which begins on 2026-11-22. */
export const termsOf = (number: number, changes: Partial<Terms> = {}): Terms => ({
  ...{ title: `第 ${number} 件实事`, category: 'living_space', measures: '修好、亮灯、有人管' },
  indicators: [{ name: '路灯', target: 20, unit: '盏' }],
  milestones: [
    { title: '摸底', weight: 2, dueOn: '2026-12-22' },
    { title: '施工', weight: 3, dueOn: '2027-02-22' },
  ],
  ...{ deadline: '2027-03-31', budget: { fen: 12_000_000_00, source: '街道专项' } },
  ...{ responsible: { unit: '槐树社区', person: '社区书记' }, contact: '0917-1234567' },
  ...changes,
})
export const tenTerms = (changes: Partial<Terms> = {}): Terms[] =>
  Array.from({ length: 10 }, (_, index) => termsOf(index + 1, changes))

/** A list of the community for a year that no other test uses, brought to be delivered, without a vote. */
export async function deliveringList(cast: PledgeCast, terms = tenTerms(), year = 2026): Promise<PledgeList> {
  const { community, world } = cast
  const { id } = await community.ok('pledge-lists.create', { body: { orgCode: world.community, year } })
  await community.ok('pledge-lists.deliberate', { params: { id }, body: {} })
  await community.ok('pledge-lists.publish', { params: { id }, body: { pledges: terms } })
  return community.ok('pledge-lists.start', { params: { id }, body: {} })
}

/** Reports every milestone of a pledge as complete. */
async function completeAll({ community }: PledgeCast, id: string): Promise<Pledge> {
  let pledge = await community.ok('pledges.show', { params: { id } })
  for (const { id: milestoneId, progress } of pledge.milestones) {
    if (progress === 100) continue
    pledge = await community.ok('pledges.complete-milestone', {
      ...{ params: { id }, body: { milestoneId, note: '已经完成，见现场照片' } },
    })
  }
  return pledge
}

/** A pledge in its public notice. */
export async function noticedPledge(cast: PledgeCast, id: string): Promise<Pledge> {
  await completeAll(cast, id)
  return cast.community.ok('pledges.request-strike-off', { params: { id }, body: { note: '都办好了' } })
}
