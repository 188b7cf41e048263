import { session } from '@/platform/session'

/** For as long as the app is open, and for nobody else: what someone looks for may say much about them. */
let last = { token: '', q: '' }
const tokenNow = (): string => session.get()?.token ?? ''

export const lastSearch = (): string => (last.token === tokenNow() ? last.q : '')

export function rememberSearch(q: string): void {
  last = { token: tokenNow(), q }
}
