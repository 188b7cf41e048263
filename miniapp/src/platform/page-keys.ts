import type { PageName } from './pages'

/** What each key does on a page, by `KeyboardEvent.key` in lower case. */
export type PageKeys = Readonly<Partial<Record<string, () => void>>>

/** A telephone has no keys. */
export const usePageKeys = (_page: PageName, _keys: PageKeys): void => undefined
