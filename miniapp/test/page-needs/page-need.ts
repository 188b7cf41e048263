import type { PageName } from '@/platform/pages'
import type { Membership, RouteName } from '@xinban/shared/contracts'
import type { answerWith } from '../api-double'

type Answers = Parameters<typeof answerWith>[0]

/** Fetches something of its own: says so while it waits, when it fails, and when there is nothing. */
interface Fetching {
  /** The question whose answer it shows. */
  asks: RouteName
  answers: Answers
  /** What it shows then. */
  shows: RegExp
}
interface Visit {
  /** Who opens it; undefined: someone who is not signed in. */
  as?: readonly Membership[]
  query?: Record<string, string>
  /** Whoever is not signed in is led to sign in. */
  needsSignIn?: boolean
}

/** Of a `list`: what stands there when it is empty. */
type Lists = Visit & Fetching & { kind: 'list'; empty: { answers: Answers; words: RegExp } }
/** One thing that can be looked at again. */
type Details = Visit & Fetching & { kind: 'detail' }
/** What is typed stays when it is refused. `fetches`: what it needs before there is anything to fill in. */
type Forms = Visit & { kind: 'form'; fetches?: Fetching; typed: Record<string, string>; press: string }
/** The same at all times. */
type Texts = Visit & { kind: 'text'; shows: RegExp }
export type PageNeeds = Lists | Details | Forms | Texts

/** Rows of some of the pages. */
export type SomeNeeds = Partial<Record<PageName, PageNeeds>>
