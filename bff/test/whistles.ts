import type { Sent, Whistle } from '@xinban/shared/contracts'
import type { Caller, World } from './world'

/** Everyone whom a whistle meets: a street, two departments of which the first leads, and the district. */
export interface WhistleCast {
  readonly world: World
  readonly street: Caller
  readonly lead: Caller
  readonly helper: Caller
  readonly district: Caller
}

export async function makeWhistleCast(world: World): Promise<WhistleCast> {
  const district = await world.staff('district_admin', world.code)
  for (const code of [world.districtUnit, world.streetUnit]) await district.ok('departments.add', { params: { code } })
  return {
    ...{ world, district },
    street: await world.staff('street_staff', world.street),
    lead: await world.staff('unit_staff', world.districtUnit),
    helper: await world.staff('unit_staff', world.streetUnit),
  }
}

type Blow = Sent<'whistles.blow', 'body'>

export const whistleBody = (world: World, changes: Partial<Blow> = {}): Blow => ({
  ...{
    kind: 'push',
    title: '沿街管网反复塌陷',
    content: '请住建、水务到场，查明原因并修复路面',
    place: '东街 12 号门前',
  },
  departmentCodes: [world.districtUnit, world.streetUnit],
  ...changes,
})

export const blow = ({ street, world }: WhistleCast, changes: Partial<Blow> = {}): Promise<Whistle> =>
  street.ok('whistles.blow', { body: whistleBody(world, changes) })

const report = { note: '已开挖，正在更换破损管道' }
type Step = (cast: WhistleCast, whistle: Whistle) => Promise<Whistle>

/** The actions of the main job, each by whom it belongs to and with a body that will do. */
export const whistleSteps = {
  sign: ({ lead }, { id }) => lead.ok('whistles.sign', { params: { id }, body: {} }),
  helperSign: ({ helper }, { id }) => helper.ok('whistles.sign', { params: { id }, body: {} }),
  contact: ({ lead }, { id }) => lead.ok('whistles.contact', { params: { id }, body: { note: '已和街道通话' } }),
  attend: async ({ lead, street }, { id }) => {
    const { placeCode } = await street.ok('whistles.show', { params: { id } })
    return lead.ok('whistles.report-in', { params: { id }, body: { placeCode: placeCode ?? '' } })
  },
  progress: ({ lead }, { id }) => lead.ok('whistles.progress', { params: { id }, body: report }),
  finish: ({ lead }, { id }) => lead.ok('whistles.finish', { params: { id }, body: report }),
  close: ({ street }, { id }) => street.ok('whistles.close', { params: { id }, body: {} }),
  refuse: ({ helper }, { id }) =>
    helper.ok('whistles.refuse', { params: { id }, body: { note: '这段管网不归我们管' } }),
} as const satisfies Record<string, Step>

/** A new whistle, brought on by real requests. */
export async function whistleAfter(cast: WhistleCast, ...names: (keyof typeof whistleSteps)[]): Promise<Whistle> {
  let whistle = await blow(cast)
  for (const name of names) whistle = await whistleSteps[name](cast, whistle)
  return whistle
}
