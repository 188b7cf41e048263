import { isTenth } from '../scores/figures/figures'
import type { RuleIssue } from '../scores/rules/rule-issue'
import { dayNumber, dayOfDate } from '../time/china-time'
import { expectedProgress, lagOf, pledgeProgress, type Milestone } from './progress'

export const lights = ['green', 'yellow', 'red', 'blue', 'grey'] as const
export type Light = (typeof lights)[number]
export const lightWords: Record<Light, string> = {
  green: '正常',
  yellow: '滞后',
  red: '超期',
  blue: '办结',
  grey: '未报进展',
}

/** Points behind that a light stands for, both ends included; lags have one decimal. */
export interface LightBand {
  readonly light: 'green' | 'yellow' | 'red'
  readonly from: number
  readonly to: number
}

/** 银川 2025: behind by at most 10 points green, more than 10 to 30 yellow, more than 30 red. */
export const yinchuanBands: readonly LightBand[] = [
  { light: 'green', from: 0, to: 10 },
  { light: 'yellow', from: 10.1, to: 30 },
  { light: 'red', from: 30.1, to: 100 },
]

/** The lights whose band a lag lies in: exactly one, when the bands were accepted. */
const lightsAt = (lag: number, bands: readonly LightBand[]) =>
  bands.filter(({ from, to }) => from <= lag && lag <= to).map(({ light }) => light)

/** What the light of a pledge depends on. */
export interface LitPledge {
  readonly milestones: readonly Milestone[]
  readonly startsOn: string
  /** `YYYY-MM-DD`; the day after it is past. */
  readonly deadline: string
  /** When the strike-off was asked for, everything being done; null before, and after it was sent back. */
  readonly finishedAt: Date | null
  /** Finished and verified: struck off. */
  readonly isVerified: boolean
}

export interface Lit {
  readonly light: Light
  readonly word: string
  readonly percent: number | null
  readonly isPartlyReported: boolean
  /** 0–100, what is expected on this day. */
  readonly expected: number
  /** Points behind; null when nothing was reported. */
  readonly lag: number | null
  readonly isPastDeadline: boolean
}

/**
 * The light of a pledge at `now`, by the bands of its rule set. Blue when finished and verified; red past the deadline
 * unless it was finished by then; grey when nothing was reported; else by how far it is behind.
 */
export function lightOf(pledge: LitPledge, bands: readonly LightBand[], now: Date): Lit {
  const { percent, isPartlyReported } = pledgeProgress(pledge.milestones)
  const expected = expectedProgress(pledge.milestones, pledge.startsOn, now)
  const lag = lagOf(percent, expected)
  const isPastDeadline = dayNumber(pledge.finishedAt ?? now) > dayOfDate(pledge.deadline)
  const light = chooseLight(pledge.isVerified, isPastDeadline, lag, bands)
  return { light, word: lightWords[light], percent, isPartlyReported, expected, lag, isPastDeadline }
}

function chooseLight(isVerified: boolean, isPast: boolean, lag: number | null, bands: readonly LightBand[]): Light {
  if (isVerified) return 'blue'
  if (isPast) return 'red'
  if (lag === null) return 'grey'
  const [light] = lightsAt(lag, bands)
  if (!light) throw new RangeError(`no light for ${lag} points: the bands were never checked`)
  return light
}

/** Why it has this light, in a few words: `落后 12.5 个百分点`. */
export function sayLight({ light, lag, isPastDeadline, expected }: Lit): string {
  if (light === 'blue') return '已办结并核实'
  if (isPastDeadline) return '已过完成期限'
  if (lag === null) return '还没有报过进展'
  return lag === 0 ? '按计划推进' : `按计划应到 ${expected}%，落后 ${lag} 个百分点`
}

const order: readonly LightBand['light'][] = ['green', 'yellow', 'red']
const said = (list: readonly Light[]) => list.map((light) => `“${lightWords[light]}”`).join('和')

/** Bands that hold no lag, or ends that no lag can have. */
function badBands(bands: readonly LightBand[]): RuleIssue[] {
  return bands.flatMap(({ light, from, to }, index): RuleIssue[] => {
    const path = `lights.${index}`
    const ends = [from, to].filter((end) => !(end >= 0 && end <= 100 && isTenth(end)))
    if (ends.length > 0) {
      const message = `${said([light])}一档的界限 ${ends.join('、')} 不是 0—100 之间、最多一位小数的百分点`
      return [{ path, code: 'out_of_range', message }]
    }
    if (from <= to) return []
    return [{ path, code: 'wrong_order', message: `${said([light])}一档从 ${from} 到 ${to}，什么也不包括` }]
  })
}

/** Lags next to each other that belong to the same bands: all 1,001 that a lag can have are looked at. */
function runsOf(bands: readonly LightBand[]) {
  const runs: { of: LightBand['light'][]; first: number; last: number }[] = []
  for (let tenths = 0; tenths <= 1000; tenths++) {
    const of = lightsAt(tenths / 10, bands)
    const run = runs.at(-1)
    if (run && run.of.join() === of.join()) run.last = tenths
    else runs.push({ of, first: tenths, last: tenths })
  }
  return runs.map(({ of, first, last }) => ({ of, example: Math.floor((first + last) / 2) / 10 }))
}

/** Every lag from 0 to 100 has exactly one light, and one that is further behind no better one. */
export function checkLights(bands: readonly LightBand[]): RuleIssue[] {
  const bad = badBands(bands)
  if (bad.length > 0) return bad
  const path = 'lights'
  let worst = 0
  return runsOf(bands).flatMap(({ of, example }): RuleIssue[] => {
    const [light] = of
    if (!light) return [{ path, code: 'gap', message: `落后 ${example} 个百分点时没有一种灯` }]
    if (of.length > 1) {
      return [{ path, code: 'overlap', message: `落后 ${example} 个百分点时同时是${said(of)}` }]
    }
    const rank = order.indexOf(light)
    if (rank < worst) {
      return [{ path, code: 'wrong_order', message: `落后 ${example} 个百分点时反而是${said([light])}` }]
    }
    worst = rank
    return []
  })
}
