export interface ShareButtonProps {
  /** What is passed on. */
  title: string
  /** Where it leads. */
  url: string
}
