import * as z from 'zod/mini'
import { isInChina } from '../domain/geo/gcj02'
import { placeActions, placeKinds } from '../domain/places/place'
import { CommunityCode, Id, OrgCode, OrgRef, PageQuery, page, text } from './common'

/** GCJ-02, in China. */
const ChinaPoint = z
  .strictObject({
    lat: z.number().check(z.gte(-90), z.lte(90)),
    lng: z.number().check(z.gte(-180), z.lte(180)),
  })
  .check(z.refine(isInChina, { path: ['lat'], error: '这个位置不在国内，请核对纬度和经度' }))

/** `34.3612,107.1402`: latitude, longitude. */
const Near = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,2}(\.\d{1,17})?,-?\d{1,3}(\.\d{1,17})?$/)),
    z.transform((value) => {
      const [lat, lng] = value.split(',')
      return { lat: Number(lat), lng: Number(lng) }
    }),
  ),
  ChinaPoint,
)

/** A name that people of a community use for a spot. Public knowledge, whoever asks. */
export const Place = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.enum(placeKinds),
  communityCode: CommunityCode,
  communityName: z.string(),
  /** GCJ-02; null where nobody has stood there with a phone yet. */
  point: z.nullable(z.strictObject({ lat: z.number(), lng: z.number() })),
  /** Whole metres from the position asked for; null without one. */
  distanceMetres: z.nullable(z.int()),
  isClosed: z.boolean(),
  isDemo: z.boolean(),
  version: z.int(),
  allowedActions: z.array(z.enum(placeActions)),
})
export type Place = z.infer<typeof Place>

const PlaceContent = { name: text(40), kind: z.enum(placeKinds) }
const CreatePlace = z.strictObject({
  communityCode: CommunityCode,
  ...PlaceContent,
  point: z.optional(z.nullable(ChinaPoint)),
})
export type CreatePlace = z.output<typeof CreatePlace>
/** All of it anew; without a point the place has none. */
const UpdatePlace = z.strictObject({ ...PlaceContent, point: z.optional(z.nullable(ChinaPoint)) })
export type UpdatePlace = z.output<typeof UpdatePlace>

const params = z.strictObject({ id: Id })
const changeErrors = [
  'forbidden',
  'not_found',
  'wrong_state',
  'lost_race',
  'version_mismatch',
  'idempotency_key_reused',
] as const
const move = (summary: string) =>
  ({
    summary,
    auth: 'person',
    params,
    status: 200,
    response: Place,
    errors: changeErrors,
    isIdempotent: true,
    takesVersion: true,
  }) as const

export const placeContracts = {
  'places.list': {
    summary: 'Places of a community, or those within 2 km of a position, nearest first',
    auth: 'public',
    query: z
      .strictObject({
        ...PageQuery,
        communityCode: z.optional(CommunityCode),
        near: z.optional(Near),
        q: z.optional(text(40)),
        state: z._default(z.enum(['open', 'closed', 'all']), 'open'),
      })
      .check(
        z.refine(({ communityCode, near }) => communityCode !== undefined || near !== undefined, {
          path: ['communityCode'],
          error: '请选择社区，或者给出位置',
        }),
      ),
    status: 200,
    response: page(Place),
    errors: ['malformed_request', 'not_found'],
  },
  'places.community': {
    summary: 'The community that a position most likely lies in; null where that would be a guess',
    auth: 'public',
    query: z.strictObject({ near: Near }),
    status: 200,
    response: z.strictObject({ community: z.nullable(OrgRef) }),
  },
  'places.mentioned': {
    summary: 'The community whose place someone names in their own words; null where several or none would do',
    auth: 'public',
    query: z.strictObject({ org: OrgCode, said: text(300) }),
    status: 200,
    response: z.strictObject({ community: z.nullable(OrgRef) }),
  },
  'places.create': {
    summary: 'Add a place to the list of a community',
    auth: 'person',
    body: CreatePlace,
    status: 201,
    response: Place,
    errors: ['forbidden', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'places.update': {
    summary: 'Change name, kind or point of a place',
    auth: 'person',
    params,
    body: UpdatePlace,
    status: 200,
    response: Place,
    errors: [...changeErrors.filter((code) => code !== 'idempotency_key_reused'), 'already_exists'],
    takesVersion: true,
  },
  'places.close': move('Take a place off the list; orders that name it go on'),
  'places.reopen': move('Put it back on the list'),
} as const
