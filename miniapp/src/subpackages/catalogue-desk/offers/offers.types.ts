/** Who offers one item. */
export interface Offers {
  itemId: string
  isOffered: (code: string) => boolean
  /** How many orgs of the territory of `code` offer it, itself left out; a code begins with those above it. */
  countUnder: (code: string) => number
  onSwitched: (code: string, isOffered: boolean) => void
}
