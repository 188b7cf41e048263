import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A UUIDv7 of that instant: ids sort by it, so replayed history sorts by its own time. */
export function newId(at: Date): string {
  return v7({ msecs: at.getTime(), random: randomBytes(16) })
}

/** The least id of an instant, for ranges over ids. */
export function floorId(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** When a UUIDv7 was made. */
export const timeOfId = (id: string): Date => new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
