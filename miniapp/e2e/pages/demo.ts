import type { OrderStatus, PledgeAction, PledgeListState } from '@xinban/shared/domain'

const community = '610303001002'
const district = '610303'

/** Whose eyes a page is looked at with: accounts of the demo. */
export const accounts = {
  resident: 'resident-1',
  neighbour: 'resident-2',
  community: `community-${community}`,
  grid: `grid-${community}001`,
  unit: 'unit-1',
  department: 'department-1',
  street: 'street-610303001',
  district: `district-${district}`,
  auditor: `auditor-${district}`,
} as const
export type Who = keyof typeof accounts

/** Ids of what a demo server holds, for the pages that show one thing. */
export interface Demo {
  /** The newest order of the demo's community in this state. */
  readonly order: (status: OrderStatus) => string
  /** The newest one that the resident ordered. */
  readonly own: (status: OrderStatus) => string
  /** The newest one of the demo's community with this title. */
  readonly titled: (title: string) => string
  readonly publicOrder: string
  readonly item: string
  /** A date of volunteers that is ahead. */
  readonly activity: string
  /** A list of the ten things in this state. */
  readonly pledgeList: (state: PledgeListState) => string
  /** The first of the demo's community with which its staff, or the street's, may do that. */
  readonly pledge: (action?: PledgeAction) => string
  /** An objection that waits for the street, on `pledge('resolve-objection')`. */
  readonly objection: string
  /** A need that waits for its answer. */
  readonly need: string
  /** The hall of the demo's community, something that is booked there, and what the resident has booked. */
  readonly hall: string
  readonly hallItem: string
  readonly booking: string
  /** The whistle of the demo's street with this title. */
  readonly whistle: (title: string) => string
  /** Surveys of the demo's community. */
  readonly survey: { readonly open: string; readonly closed: string }
}

interface Listed {
  readonly id: string
  readonly status: OrderStatus
  readonly title?: string
  readonly phase?: string
}

/** Asks a demo server for what its pages can be opened with. Throws an Error that names what it lacks. */
export async function readDemo(url: string): Promise<Demo> {
  const staff = await signIn(url, accounts.community)
  const resident = await signIn(url, accounts.resident)
  const street = await signIn(url, accounts.street)
  const [queue, own, open, items, activities, halls, bookings, blown, over, surveys] = await Promise.all([
    list(url, '/orders?view=queue&limit=100', staff),
    list(url, '/orders?view=mine&limit=50', resident),
    list(url, `/orders?view=public&communityCode=${community}`, resident),
    list(url, `/service-items?org=${community}`, resident),
    list(url, `/activities?org=${district}`, resident),
    list(url, `/halls?org=${community}`, resident),
    list(url, '/bookings?view=mine&when=open', resident),
    list(url, '/whistles?view=blown&limit=100', street),
    list(url, '/whistles?view=blown&open=false&limit=100', street),
    list(url, '/surveys?view=held', staff),
  ])
  const things = await readPledges(url, staff, street)
  const hall = idOf(halls[0], 'hall')
  const card = await ask<{ items: Listed[] }>(`${url}/api/v1/halls/${hall}`, {})
  const inState = (orders: readonly Listed[], whose: string) => (status: OrderStatus) =>
    idOf(
      orders.find((order) => order.status === status),
      `order of ${whose} that is ${status}`,
    )
  return {
    order: inState(queue, accounts.community),
    titled: (title) =>
      idOf(
        queue.find((order) => order.title === title),
        `order ${title}`,
      ),
    own: inState(own, accounts.resident),
    publicOrder: idOf(open[0], 'public order'),
    item: idOf(items[0], 'service item'),
    activity: idOf(activities[1], 'activity of volunteers to come'),
    ...things,
    hall,
    hallItem: idOf(card.items[0], 'item at the hall'),
    booking: idOf(bookings[0], 'booking to come'),
    whistle: (title) =>
      idOf(
        [...blown, ...over].find((whistle) => whistle.title === title),
        `whistle ${title}`,
      ),
    survey: {
      open: idOf(
        surveys.find(({ phase }) => phase === 'open'),
        'survey that is open',
      ),
      closed: idOf(
        surveys.find(({ phase }) => phase === 'closed'),
        'survey that is closed',
      ),
    },
  }
}

interface ListedPledges extends Omit<Listed, 'status'> {
  readonly state: PledgeListState
  readonly org: { readonly code: string }
  readonly pledges: readonly { readonly id: string; readonly allowedActions: readonly PledgeAction[] }[]
}

async function readPledges(url: string, staff: string, street: string) {
  const get = <Answer>(path: string, token: string) =>
    ask<Answer>(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  const path = '/pledge-lists?org=610303001&limit=50'
  const lists = (await get<{ items: ListedPledges[] }>(path, staff)).items
  const byStreet = (await get<{ items: ListedPledges[] }>(path, street)).items
  const all = [...lists, ...byStreet].sort(
    (a, b) => Number(b.org.code === community) - Number(a.org.code === community),
  )
  const pledge = (action?: PledgeAction) =>
    idOf(
      all
        .flatMap(({ pledges }) => pledges)
        .find(({ allowedActions }) => action === undefined || allowedActions.includes(action)),
      `pledge to ${action ?? 'look at'}`,
    )
  const objected = await get<{ objections: { id: string; state: string }[] }>(
    `/pledges/${pledge('resolve-objection')}`,
    street,
  )
  const needs = await get<{ items: Listed[] }>('/needs?view=queue&state=waiting', staff)
  return {
    pledgeList: (state: PledgeListState) =>
      idOf(
        all.find((one) => one.state === state),
        `list of ten things that is ${state}`,
      ),
    pledge,
    objection: idOf(
      objected.objections.find(({ state }) => state === 'open'),
      'objection that waits',
    ),
    need: idOf(needs.items[0], 'need that waits'),
  }
}

function idOf(found: Pick<Listed, 'id'> | undefined, what: string): string {
  if (!found) throw new Error(`the demo has no ${what}`)
  return found.id
}

async function signIn(url: string, account: string): Promise<string> {
  const { token } = await ask<{ token: string }>(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'demo', account }),
  })
  return token
}

async function list(url: string, path: string, token: string): Promise<readonly Listed[]> {
  const headers = { authorization: `Bearer ${token}` }
  const { items } = await ask<{ items: Listed[] }>(`${url}/api/v1${path}`, { headers })
  return items
}

async function ask<Answer>(address: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(address, init)
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}
