export const surveyStates = ['draft', 'published', 'closed'] as const
export type SurveyState = (typeof surveyStates)[number]

/** What a survey is at a moment: a published one waits for its window, is open, or waits for being counted. */
export const surveyPhases = ['draft', 'upcoming', 'open', 'counting', 'closed'] as const
export type SurveyPhase = (typeof surveyPhases)[number]
export const surveyPhaseWords: Record<SurveyPhase, string> = {
  draft: '草稿',
  upcoming: '还没开始',
  open: '进行中',
  counting: '正在计票',
  closed: '已结束',
}

export interface SurveyWindow {
  readonly state: SurveyState
  readonly opensAt: Date
  readonly closesAt: Date
}

/** The window takes the moment it opens in, and not the one it closes at. */
export function surveyPhase({ state, opensAt, closesAt }: SurveyWindow, now: Date): SurveyPhase {
  if (state !== 'published') return state
  if (now < opensAt) return 'upcoming'
  return now < closesAt ? 'open' : 'counting'
}

export const surveyActions = ['update', 'discard', 'publish', 'close', 'cast', 'help', 'read-texts'] as const
export type SurveyAction = (typeof surveyActions)[number]

/** What may be done in a phase, whoever asks. Questions are frozen once somebody answered. */
export function possibleSurveyActions(phase: SurveyPhase, hasBallots: boolean): readonly SurveyAction[] {
  if (phase === 'draft') return ['update', 'discard', 'publish']
  if (phase === 'upcoming') return ['update', 'close']
  if (phase === 'open') return hasBallots ? ['close', 'cast', 'help'] : ['update', 'close', 'cast', 'help']
  return phase === 'closed' ? ['read-texts'] : []
}
