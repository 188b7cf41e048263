import type { ReactNode } from 'react'
import type { Board } from '@xinban/shared/contracts'
import type { LiveState } from '../live/live-board'

export interface BoardFrameProps {
  board: Board | undefined
  state: LiveState | 'asked'
  children: ReactNode
}
