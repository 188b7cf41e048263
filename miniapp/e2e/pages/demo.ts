import type { OrderStatus } from '@xinban/shared/domain'

const community = '610303001002'
const district = '610303'

/** Whose eyes a page is looked at with: accounts of the demo. */
export const accounts = {
  resident: 'resident-1',
  neighbour: 'resident-2',
  community: `community-${community}`,
  grid: `grid-${community}001`,
  unit: 'unit-1',
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
  const [queue, own, open, items, surveys] = await Promise.all([
    list(url, '/orders?view=queue&limit=100', staff),
    list(url, '/orders?view=mine&limit=50', resident),
    list(url, `/orders?view=public&communityCode=${community}`, resident),
    list(url, `/service-items?org=${community}`, resident),
    list(url, '/surveys?view=held', staff),
  ])
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

function idOf(found: Listed | undefined, what: string): string {
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
