import { dayNumber, dayOfDate } from '../time/china-time'

/** A step of a pledge, in the order of its date. */
export interface Milestone {
  /** A positive integer. */
  readonly weight: number
  /** `YYYY-MM-DD`; the whole of its weight is expected on this day. */
  readonly dueOn: string
  /** 0–100 as last reported; null when nothing was reported. */
  readonly progress: number | null
}

/** An indicator with what was reached so far. */
export interface Indicator {
  readonly target: number
  readonly value: number | null
}

/** `a ÷ b` to one decimal, halves up, from integers, so that no binary fraction decides. */
const tenthOf = (a: number, b: number): number => Math.floor((a * 20 + b) / (2 * b)) / 10

const totalWeight = (milestones: readonly Milestone[]) => milestones.reduce((sum, { weight }) => sum + weight, 0)

export interface Progress {
  /** 0–100 with one decimal; null when nothing was reported at all. */
  readonly percent: number | null
  /** 部分未报: some milestones have a report and others none; these count 0. */
  readonly isPartlyReported: boolean
}

/** Progress = Σ(weight × milestone progress) ÷ Σ weight. A milestone without a report counts 0, and it is said. */
export function pledgeProgress(milestones: readonly Milestone[]): Progress {
  const reported = milestones.filter(({ progress }) => progress !== null).length
  if (reported === 0) return { percent: null, isPartlyReported: false }
  // In hundredths of a percent, so that reports with decimals stay integers.
  const sum = milestones.reduce((total, { weight, progress }) => total + weight * Math.round((progress ?? 0) * 100), 0)
  return { percent: tenthOf(sum, totalWeight(milestones) * 100), isPartlyReported: reported < milestones.length }
}

/**
 * What is expected on a day: linear between the dates of the milestones, by their weights, from 0 on the day on which
 * the pledge begins to 100 on the last milestone's.
 * @param startsOn `YYYY-MM-DD`
 * @returns 0–100 with one decimal
 */
export function expectedProgress(milestones: readonly Milestone[], startsOn: string, now: Date): number {
  const total = totalWeight(milestones)
  if (total === 0) return 0
  const today = dayNumber(now)
  let from = dayOfDate(startsOn)
  let done = 0
  const byDate = [...milestones].sort((a, b) => dayOfDate(a.dueOn) - dayOfDate(b.dueOn))
  for (const { weight, dueOn } of byDate) {
    const to = dayOfDate(dueOn)
    if (today < to) {
      const [passed, days] = [Math.max(0, today - from), to - from]
      return days <= 0 ? tenthOf(done * 100, total) : tenthOf((done * days + weight * passed) * 100, total * days)
    }
    done += weight
    from = Math.max(from, to)
  }
  return 100
}

/** How far behind what is expected, in points with one decimal, 0 when it is ahead; null when nothing was reported. */
export function lagOf(percent: number | null, expected: number): number | null {
  if (percent === null) return null
  return Math.max(0, Math.round((expected - percent) * 10) / 10)
}

export interface Reached {
  /** Percent of the target with one decimal; may be more than 100. Null when nothing was reported. */
  readonly percent: number | null
  /** 超额: more was done than was promised. */
  readonly isBeyond: boolean
}

/** How much of an indicator's target is reached. What exceeds it is said, never cut off. */
export function indicatorReached({ target, value }: Indicator): Reached {
  if (value === null || target <= 0) return { percent: null, isBeyond: false }
  const percent = Math.floor((value / target) * 1000 + 0.5 + 1e-9) / 10
  return { percent, isBeyond: value > target }
}

/** The first milestone that is not complete, by its date. */
export function nextMilestone<Step extends Milestone>(milestones: readonly Step[]): Step | null {
  const open = milestones.filter(({ progress }) => progress !== 100)
  return open.sort((a, b) => dayOfDate(a.dueOn) - dayOfDate(b.dueOn))[0] ?? null
}
