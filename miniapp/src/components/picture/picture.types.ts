export interface PictureProps {
  url: string
  /** What it shows, read out in its place. */
  alt: string
  className?: string | undefined
  /** Makes it a button. */
  onPress?: (() => void) | undefined
  /** It could not be fetched. */
  onBroken?: (() => void) | undefined
}
