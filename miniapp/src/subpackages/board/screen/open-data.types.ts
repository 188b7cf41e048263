export interface OpenDataProps {
  orgCode: string
  year: number
  /** Of the list that is shown; null where there is none. */
  listId: string | null
}
