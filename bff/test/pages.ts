interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** Turns the pages of a list until the last, and says when a page is empty or the list does not end. */
export async function allPages<Item>(ask: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  const seen = new Set<string>()
  for (let cursor: string | undefined; ;) {
    const page = await ask(cursor)
    items.push(...page.items)
    if (page.nextCursor === null) return items
    if (page.items.length === 0 || seen.has(page.nextCursor)) throw new Error('the list does not go on')
    seen.add(page.nextCursor)
    cursor = page.nextCursor
  }
}
