import type {
  Activity,
  Redemption,
  Reward,
  Signup,
  Volunteer,
  Volunteering,
  VolunteerTeam,
} from '@xinban/shared/contracts'

const team = { code: '610303-U9', name: '银龄互助队', level: 'unit' as const }
const community = { code: '610303001002', name: '东关社区', level: 'community' as const }
const at = '2026-11-22T09:00:00+08:00'
const span = { startsAt: '2026-11-28T09:00:00+08:00', endsAt: '2026-11-28T12:00:00+08:00' }

export const volunteerTeam = (part: Partial<VolunteerTeam> = {}): VolunteerTeam => ({
  ...{ org: team, intro: '陪高龄老人晒太阳', isOpen: true, own: null, version: 1, allowedActions: ['join'] },
  ...part,
})
export const volunteer = (part: Partial<Volunteer> = {}): Volunteer => ({
  ...{ id: 'v1', team, name: '王**', state: 'applied', appliedAt: at, version: 1, allowedActions: ['decide'] },
  ...part,
})
export const signup = (part: Partial<Signup> = {}): Signup => ({
  ...{ id: 's1', activity: { id: 'a1', title: '上门理发', ...span }, team, name: '王**', isOwn: true },
  ...{ state: 'signed_up', checkedInAt: null, checkedOutAt: null, minutes: null, points: null, version: 1 },
  allowedActions: ['cancel', 'check-in'],
  ...part,
})
export const activity = (part: Partial<Activity> = {}): Activity => ({
  ...{ id: 'a1', team, title: '上门理发', place: '社区活动室', detail: '带上工具', ...span, capacity: 6, taken: 2 },
  ...{
    isCancelled: false,
    cancelNote: null,
    wish: null,
    isDemo: true,
    checkCode: null,
    own: null,
    version: 3,
    allowedActions: ['sign-up'],
  },
  ...part,
})
export const volunteering = (part: Partial<Volunteering> = {}): Volunteering => ({
  ...{ name: '张**', teams: [volunteer({ state: 'member' })], minutes: 150, activities: 2, balance: 3.5, asOf: at },
  ...part,
})
export const reward = (part: Partial<Reward> = {}): Reward => ({
  ...{ id: 'r1', org: community, title: '一袋洗衣粉', detail: '', cost: 1, stock: 3, isClosed: false, isDemo: true },
  ...{ version: 2, allowedActions: ['redeem'] },
  ...part,
})
export const redemption = (part: Partial<Redemption> = {}): Redemption => ({
  ...{ id: 'd1', reward: { id: 'r1', title: '一袋洗衣粉' }, org: community, name: '张**', isOwn: true, points: 1 },
  ...{ code: '246810', state: 'reserved', at, version: 1, allowedActions: ['cancel'] },
  ...part,
})
