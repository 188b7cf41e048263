import { defineFlow } from '../flow/flow'

export const signupStates = ['signed_up', 'checked_in', 'checked_out', 'confirmed', 'cancelled', 'missed'] as const
export type SignupState = (typeof signupStates)[number]

export const signupActions = ['cancel', 'check-in', 'check-out', 'confirm', 'miss', 'correct'] as const
export type SignupAction = (typeof signupActions)[number]

/** `volunteer`: whose sign-up it is; `leader`: staff of the team; `overseer`: the street or district above the team. */
export type SignupParty = 'volunteer' | 'leader' | 'overseer'

/** What becomes of a place at an activity. Hours count once somebody else than the volunteer has confirmed them. */
export const signupFlow = defineFlow<SignupState, SignupAction, SignupParty>({
  start: 'signed_up',
  states: signupStates,
  closed: ['confirmed', 'cancelled', 'missed'],
  actions: {
    cancel: { from: ['signed_up'], to: 'cancelled', by: ['volunteer', 'leader'] },
    'check-in': { from: ['signed_up'], to: 'checked_in', by: ['volunteer', 'leader'] },
    'check-out': { from: ['checked_in'], to: 'checked_out', by: ['volunteer', 'leader'] },
    confirm: { from: ['checked_out'], to: 'confirmed', by: ['leader', 'overseer'] },
    miss: { from: ['signed_up'], to: 'missed', by: ['leader'] },
    correct: { from: ['confirmed'], to: null, by: ['overseer'] },
  },
})

export const signupStateWords: Record<SignupState, string> = {
  signed_up: '已报名',
  checked_in: '已签到',
  checked_out: '已签退，等确认',
  confirmed: '时长已确认',
  cancelled: '已取消',
  missed: '没有到场',
}

export const signupActionWords: Record<SignupAction, string> = {
  cancel: '取消报名',
  'check-in': '签到',
  'check-out': '签退',
  confirm: '确认时长',
  miss: '没有到场',
  correct: '更正时长',
}

/** Minutes before the beginning from which one may check in. */
export const checkInOpensBefore = 30
/** Minutes after the end until which volunteers check out by themselves; later their leader does it. */
export const checkOutClosesAfter = 120

interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
}
const minutes = 60_000

/** Whether a volunteer may check in at `now`: from half an hour before the beginning until the end. */
export const mayCheckIn = ({ startsAt, endsAt }: Span, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - checkInOpensBefore * minutes && now < endsAt

/** Whether a volunteer may check out at `now` by themselves. */
export const mayCheckOut = ({ endsAt }: Span, now: Date): boolean =>
  now.getTime() <= endsAt.getTime() + checkOutClosesAfter * minutes

/** Whole minutes of service: the time between both checks that lies inside the activity, never below 0. */
export function servedMinutes({ startsAt, endsAt }: Span, checkedInAt: Date, checkedOutAt: Date): number {
  const from = Math.max(startsAt.getTime(), checkedInAt.getTime())
  const to = Math.min(endsAt.getTime(), checkedOutAt.getTime())
  return Math.max(0, Math.floor((to - from) / minutes))
}
