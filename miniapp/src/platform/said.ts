import { elder } from './elder'
import { createStore } from './store'

/** What can be done about what was just said, while it stands there; it is always possible elsewhere, too. */
export interface Undo {
  word: string
  run: () => void
}

interface Said {
  words: string
  undo: Undo | undefined
}

const shownMs = 2500
/** Long enough to read, to decide and to get there without a pointer. */
const undoMs = 10_000

/** How long it stays, in milliseconds; in elder mode twice as long. */
export const msOf = (undo: Undo | undefined): number => (undo ? undoMs : shownMs) * (elder.get().isOn ? 2 : 1)

/** What the toast says on WeChat; a browser has a region of its own beside all pages. */
export const said = createStore<Said | null>(null)
