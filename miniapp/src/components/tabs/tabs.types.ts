export interface TabsProps<Key extends string> {
  label: string
  tabs: readonly { key: Key; word: string; count?: number | undefined }[]
  active: Key
  /** The id of the box that changes with the tabs. */
  panelId: string
  onChange: (key: Key) => void
}
