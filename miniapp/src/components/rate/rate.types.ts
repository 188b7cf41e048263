import type { Stars } from '@xinban/shared/domain'

export interface RateProps {
  id: string
  label: string
  value: Stars | undefined
  onChange: (value: Stars) => void
  error?: string | undefined
}

export const allStars: readonly Stars[] = [1, 2, 3, 4, 5]
