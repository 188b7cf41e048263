import type { EntityManager } from 'typeorm'

/** Milliseconds for which an answer may lag behind what another process wrote. */
const keptMs = 5_000
/** Beyond it everything is forgotten at once: a bound, not a policy. */
const maxEntries = 10_000

interface Entry<Value> {
  readonly value: Value
  readonly until: number
}

/**
 * Rows that nearly every answer shows and that hardly change, such as names, kept for a moment in this process. Only for
 * what is shown: whatever decides something is read from the database.
 */
export class ShortMemory<Value> {
  private byConnection = new WeakMap<object, Map<string, Entry<Value>>>()

  /** After a write of this process: everything is read afresh. */
  forget(): void {
    this.byConnection = new WeakMap()
  }

  /**
   * Values by key; keys without one are left out.
   * @param load reads those that are not kept, all at once
   */
  async read(
    em: EntityManager,
    keys: Iterable<string | null>,
    load: (missing: string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Map<string, Value>> {
    const kept = this.of(em)
    const now = Date.now()
    const found = new Map<string, Value>()
    const missing: string[] = []
    for (const key of new Set(keys)) {
      if (key === null) continue
      const entry = kept.get(key)
      if (entry === undefined || entry.until <= now) missing.push(key)
      else found.set(key, entry.value)
    }
    if (missing.length === 0) return found
    const loaded = await load(missing)
    if (kept.size + missing.length > maxEntries) kept.clear()
    for (const key of missing) {
      const value = loaded.get(key)
      if (value === undefined) continue
      kept.set(key, { value, until: now + keptMs })
      found.set(key, value)
    }
    return found
  }

  private of(em: EntityManager): Map<string, Entry<Value>> {
    const kept = this.byConnection.get(em.connection) ?? new Map<string, Entry<Value>>()
    this.byConnection.set(em.connection, kept)
    return kept
  }
}
