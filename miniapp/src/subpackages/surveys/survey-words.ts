import type { Survey } from '@xinban/shared/contracts'
import { sayTime, surveyPhaseWords } from '@xinban/shared/domain'

type Told = Pick<Survey, 'phase' | 'opensAt' | 'closesAt'>

/** How far a survey is, with the time that counts next. */
export function tellPhase({ phase, opensAt, closesAt }: Told, now: Date): string {
  if (phase === 'upcoming') return `${sayTime(new Date(opensAt), now)} 开始`
  if (phase === 'open') return `${sayTime(new Date(closesAt), now)} 截止`
  return surveyPhaseWords[phase]
}

/** A figure that may be missing. */
export const tellFigure = (figure: number | 'not_assessed', unit: string): string =>
  figure === 'not_assessed' ? '未评估' : `${figure}${unit}`
