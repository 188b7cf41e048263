export interface QrCodeProps {
  /** What it holds; an address leads there. */
  text: string
  /** What it is for, read out in its place. */
  alt: string
  className?: string | undefined
}
