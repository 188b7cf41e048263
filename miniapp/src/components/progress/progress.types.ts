export interface ProgressProps {
  /** What is under way. */
  label: string
  /** How far it is, 0–100. */
  value: number
  /** The same in words: shown, and read out. */
  words: string
}
