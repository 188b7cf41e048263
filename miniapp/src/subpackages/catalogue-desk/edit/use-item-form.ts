import { useState } from 'react'
import type { EditableItem } from '@xinban/shared/contracts'
import { useSession } from '@/hooks/use-session'
import { keep, readKept } from '@/platform/storage'
import { emptyForm, toForm, type ItemForm } from './item-form'

interface Typed {
  readonly personId: string
  /** Of the item when typing began; null for a new one. */
  readonly version: number | null
  readonly form: ItemForm
}
/** What is typed and not saved, by item, so that opening another one loses nothing. */
type Kept = Readonly<Record<string, Typed>>

const storageKey = 'item-forms'
const newItem = 'new'
const readAll = (): Kept => readKept<Kept>(storageKey) ?? {}

/**
 * The editor's content, kept on the device with every change until the server has it.
 * @param item what the server has; undefined for an item that is being begun
 */
export function useItemForm(item: EditableItem | undefined, region: string) {
  const personId = useSession()?.person.id ?? ''
  const key = item?.id ?? newItem
  const [begun] = useState(() => {
    const typed = readAll()[key]
    return typed?.personId === personId ? typed : undefined
  })
  const saved = (from = item) => (from ? toForm(from.content) : emptyForm(region))
  const [form, setForm] = useState<ItemForm>(() => begun?.form ?? saved())
  const [version, setVersion] = useState<number | null>(begun ? begun.version : (item?.version ?? null))
  const [isRestored, setRestored] = useState(begun !== undefined)

  function write(next: ItemForm, of = version) {
    setForm(next)
    keep(storageKey, { ...readAll(), [key]: { personId, version: of, form: next } } satisfies Kept)
  }
  /** The server has it, or it is not wanted any more. */
  function forgetTyped() {
    const others = Object.entries(readAll()).filter(([other]) => other !== key)
    keep(storageKey, Object.fromEntries(others))
  }
  return {
    form,
    /** The item's version that the typing began with, for `If-Match`. */
    version,
    /** What was typed last time and not saved stands there again. */
    isRestored,
    write,
    change: (part: Partial<ItemForm>) => write({ ...form, ...part }),
    forgetTyped,
    /** Begins anew from what the server has. */
    takeSaved(from = item) {
      forgetTyped()
      setForm(saved(from))
      setVersion(from?.version ?? null)
      setRestored(false)
    },
    /** Goes on with what was typed, on top of a colleague's version. */
    rebase(onto: number) {
      setVersion(onto)
      write(form, onto)
    },
  }
}
