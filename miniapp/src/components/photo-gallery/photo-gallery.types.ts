export interface ShownPhoto {
  id: string
  url: string
  thumbnailUrl: string
  /** What it shows: of which step, which of how many. */
  alt: string
}

export interface PhotoViewerProps {
  photos: readonly ShownPhoto[]
  /** Which one to begin with. */
  index: number
  /** A picture could not be fetched, most likely because its URL is too old. */
  onBroken: (id: string) => void
  onClose: () => void
}
