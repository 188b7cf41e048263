import { useState } from 'react'
import { keep, readKept } from '@/platform/storage'
import type { DeskFilter } from './desk-state'

/** A view of one's own: one of the role's views, narrowed. Kept on this device, for this person in this role. */
export interface SavedView {
  name: string
  viewKey: string
  filter: DeskFilter
}

export interface SavedViews {
  views: readonly SavedView[]
  /** A view of the same name is replaced. */
  save: (view: SavedView) => void
  remove: (name: string) => void
}

export const longestName = 12

export function useSavedViews(membershipId: string): SavedViews {
  const key = `desk-views:${membershipId}`
  const [views, setViews] = useState<readonly SavedView[]>(() => readKept<SavedView[]>(key) ?? [])
  function write(next: readonly SavedView[]) {
    keep(key, next)
    setViews(next)
  }
  const without = (name: string) => views.filter((view) => view.name !== name)
  return {
    views,
    save: (view) => write([...without(view.name), view]),
    remove: (name) => write(without(name)),
  }
}
