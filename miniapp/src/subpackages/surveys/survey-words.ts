import type { Survey } from '@xinban/shared/contracts'
import { dayNumber, sayTime, surveyPhaseWords } from '@xinban/shared/domain'

type Told = Pick<Survey, 'phase' | 'opensAt' | 'closesAt'>

/** Days of the calendar, the present one included, in which a survey that is about to close says so. */
const soonDays = 3

/** Whether it closes today, tomorrow or the day after, in China. */
function isClosingSoon(closesAt: string, now: Date): boolean {
  return dayNumber(new Date(closesAt)) - dayNumber(now) < soonDays
}

/** How far a survey is, with the time that counts next. */
export function tellPhase({ phase, opensAt, closesAt }: Told, now: Date): string {
  if (phase === 'upcoming') return `${sayTime(new Date(opensAt), now)} 开始`
  if (phase === 'open')
    return `${isClosingSoon(closesAt, now) ? '即将截止：' : ''}${sayTime(new Date(closesAt), now)} 截止`
  return surveyPhaseWords[phase]
}

/** A figure that may be missing. */
export const tellFigure = (figure: number | 'not_assessed', unit: string): string =>
  figure === 'not_assessed' ? '未评估' : `${figure}${unit}`
