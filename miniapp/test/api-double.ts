import Taro from '@tarojs/taro'
import type {
  Answer,
  Membership,
  Order,
  OrderEvent,
  OrderSummary,
  Person,
  Place,
  RouteName,
} from '@xinban/shared/contracts'
import { apiBase, routes } from '@xinban/shared/routes'
import { session } from '@/platform/session'

export interface Sent {
  url: string
  method: string
  header: Record<string, string>
  data: unknown
}
type Reply = { statusCode: number; data: unknown } | Error
type Handler = (sent: Sent) => Reply

const request = Taro.request as unknown as jest.Mock<Promise<Reply>, [Sent]>

/** Paths without a parameter first: `/orders/similar` is no order. */
const patterns = (Object.keys(routes) as RouteName[])
  .map((name) => {
    const [method, path] = routes[name]
    return { name, method, path, pattern: new RegExp(`${apiBase}${path.replace(/:\w+/g, '[^/?]+')}(\\?.*)?$`) }
  })
  .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
const nameOf = ({ method, url }: Sent): RouteName | undefined =>
  patterns.find((route) => route.method === method && route.pattern.test(url))?.name

/** Answers endpoints by their names; whatever else is called fails the test by its answer. */
export function answerWith(handlers: Partial<Record<RouteName, Handler>>): void {
  request.mockImplementation((sent) => {
    const name = sent.url.startsWith('http://api.test') ? nameOf(sent) : undefined
    const reply =
      (name && handlers[name])?.(sent) ?? problem(404, 'not_found', `no answer for ${sent.method} ${sent.url}`)
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)
  })
}

export const ok =
  <Name extends RouteName>(data: Answer<Name>): Handler =>
  () => ({ statusCode: 200, data })

export const problem = (
  status: number,
  code: string,
  detail: string,
  errors?: { path: string; code: string; message: string }[],
): Reply => ({
  statusCode: status,
  data: { type: 'about:blank', title: detail, status, code, detail, requestId: 'r', ...(errors && { errors }) },
})

/** What was sent to an endpoint, in order. */
export const sentTo = (name: RouteName): Sent[] =>
  request.mock.calls.map(([sent]) => sent).filter((sent) => nameOf(sent) === name)

/** The names of all endpoints that were called, in order. */
export const allSent = (): (RouteName | undefined)[] => request.mock.calls.map(([sent]) => nameOf(sent))

export const site: Answer<'site.show'> = {
  isDemo: false,
  district: null,
  demoAccounts: [],
  signInProviders: ['password'],
}

const community = { code: '610303001002', name: '东关社区', level: 'community' as const }
/** Nothing waits beside the ordinary way of orders. */
export const noTasks: Answer<'orders.counts'>['tasks'] = {
  ...{ callback: 0, rectify: 0, extension: 0, dispute: 0, escalation: 0 },
}

export const staff: Membership = { id: 'm1', role: 'community_staff', org: community }

export const me = (part: Partial<Person> = {}, memberships: Membership[] = []): Answer<'me.show'> => ({
  person: { id: 'p1', name: '张**', phone: null, community, isVerified: true, hasPassword: false, ...part },
  memberships,
})

export function signInAs(memberships: Membership[] = [], part: Partial<Person> = {}): void {
  session.begin({ token: 'token', expiresAt: '2026-12-22T09:00:00+08:00', ...me(part, memberships) })
}

/** What begins the history of every order that its parties see. */
export const placing: OrderEvent = {
  id: 'e1',
  action: 'place',
  actor: { name: '张**', role: null, org: null },
  at: '2026-11-22T09:00:00+08:00',
  fromStatus: null,
  toStatus: 'submitted',
  note: null,
  isSynthetic: false,
  attachments: [],
}

export const summary = (part: Partial<OrderSummary> = {}): OrderSummary => ({
  id: 'o1',
  no: '261122000001',
  kind: 'issue',
  status: 'submitted',
  communityCode: community.code,
  communityName: community.name,
  title: '楼道灯不亮',
  place: '3 号楼',
  urgency: 'normal',
  visibility: 'private',
  isPublic: false,
  secondCount: 0,
  isOnBehalf: false,
  isOwn: true,
  requesterName: '张**',
  handler: null,
  placedAt: '2026-11-22T09:00:00+08:00',
  updatedAt: '2026-11-22T09:00:00+08:00',
  due: null,
  promisedAt: null,
  badReview: null,
  isDisputed: false,
  isEscalated: false,
  urgeCount: 0,
  wish: null,
  ownerOrg: null,
  version: 3,
  allowedActions: [],
  ...part,
})

export const place = (part: Partial<Place> = {}): Place => ({
  id: 'pl1',
  name: '梧桐院',
  kind: 'estate',
  communityCode: community.code,
  communityName: community.name,
  point: { lat: 34.36, lng: 107.14 },
  distanceMetres: null,
  isClosed: false,
  isDemo: true,
  version: 1,
  allowedActions: [],
  ...part,
})

export const order = (part: Partial<Order> = {}): Order => ({
  ...summary(),
  content: '晚上看不见路',
  community: { code: community.code, name: community.name, servicePhone: '0917-0000000' },
  serviceItem: null,
  point: null,
  contact: null,
  contactAccess: 'none',
  onBehalfOf: null,
  mergedInto: null,
  fulfilledAt: null,
  ratingClosesAt: null,
  disputeClosesAt: null,
  rating: null,
  followUpRating: null,
  defaultReview: null,
  badReviewDates: null,
  mayProposeExclusion: false,
  mayThank: false,
  extension: null,
  complexity: null,
  complexDays: null,
  clocks: [],
  grade: null,
  events: [],
  ...part,
})
