import type { PledgeCategory } from '@xinban/shared/domain'
import type { DemoPicture } from '../pictures/demo-scenes'

/** A report of one milestone (by its place) or of none, so many days after the publication. */
export interface DemoReport {
  readonly day: number
  readonly milestone?: number
  /** 0–100; 100 completes it. */
  readonly progress?: number
  readonly note: string
  /** What was reached of the indicator so far. */
  readonly value?: number
  readonly photos?: readonly DemoPicture[]
}

/** One made-up practical thing; days count from the publication of its list. */
export interface DemoPledge {
  readonly title: string
  readonly category: PledgeCategory
  readonly measures: string
  readonly indicator: readonly [name: string, target: number, unit: string]
  readonly milestones: readonly (readonly [title: string, weight: number, day: number])[]
  readonly deadline: number
  /** Yuan. */
  readonly budget: number
  readonly source: string
  readonly unit: string
  readonly person: string
  readonly reports: readonly DemoReport[]
}
