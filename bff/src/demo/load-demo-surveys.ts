import { addDays, decisiveQuestion, formatInstant, type SurveyAnswers } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../context'
import { loadActor } from '../modules/identity'
import { castBallot, closeSurvey, createSurvey, publishSurvey } from '../modules/surveys'
import type { DemoPeople } from './load-demo-people'

const staff = 'community-610303001002'

const questions = [
  { ...decisiveQuestion('mean'), title: '总体来说，对社区办的实事满意吗？', options: [] },
  {
    ...{ key: 'q2', kind: 'choice' as const, title: '哪件事对你帮助最大？', isRequired: false, isDecisive: false },
    options: ['楼道照明', '老年食堂', '充电车棚', '路面平整'],
  },
  { key: 'q3', kind: 'text' as const, title: '还有什么想说的？', isRequired: false, options: [], isDecisive: false },
]

interface DemoSurvey {
  readonly title: string
  readonly intro: string
  readonly daysAgo: number
  readonly days: number
  /** By the accounts of residents who live there. */
  readonly ballots: Readonly<Record<string, SurveyAnswers>>
  readonly isOver: boolean
}

const surveys: readonly DemoSurvey[] = [
  {
    ...{ title: '上半年的实事，你满意吗？', intro: '社区想听听你的实话，不记名。', daysAgo: 40, days: 7, isOver: true },
    ballots: {
      'resident-1': { q1: 5, q2: 0 },
      'resident-2': { q1: 5, q2: 1, q3: '食堂的菜软和，老人吃得动。' },
      'resident-3': { q1: 4, q2: 0 },
      'resident-4': { q1: 5, q2: 0, q3: '楼道灯亮了，晚上不怕了。' },
      'resident-5': { q1: 4, q2: 2 },
      'resident-6': { q1: 3, q2: 3, q3: '西头的路还有一段不平。' },
      'resident-7': { q1: 5, q2: 1 },
      'resident-8': { q1: 4, q2: 1 },
    },
  },
  {
    ...{
      title: '今年的十件实事，你满意吗？',
      intro: '三道题，一分钟就好，不记名。',
      daysAgo: 2,
      days: 20,
      isOver: false,
    },
    ballots: { 'resident-4': { q1: 5, q2: 0 }, 'resident-5': { q1: 4 }, 'resident-6': { q1: 4, q2: 2 } },
  },
]

/** One survey that is over and one that is open, held through the real commands. @returns how many */
export async function loadDemoSurveys(
  em: EntityManager,
  services: Services,
  people: DemoPeople,
  now: Date,
): Promise<number> {
  const as = async (account: string, at: Date): Promise<Ctx> => {
    const personId = people.get(account)
    if (personId === undefined) throw new Error(`the demo has no account ${account}`)
    return { services, actor: await loadActor(em, personId), now: at, requestId: 'demo' }
  }
  for (const { title, intro, daysAgo, days, ballots, isOver } of surveys) {
    const begun = addDays(now, -daysAgo)
    const [opensAt, closesAt] = [formatInstant(begun), formatInstant(addDays(begun, days))]
    const asStaff = await as(staff, begun)
    const id = await createSurvey(asStaff, { title, intro, method: 'mean', questions, opensAt, closesAt })
    await publishSurvey(asStaff, { id })
    for (const [account, answers] of Object.entries(ballots)) {
      await castBallot(await as(account, addDays(begun, 1)), { id }, { answers: { ...answers } })
    }
    if (isOver) await closeSurvey(await as(staff, addDays(begun, days - 1)), { id })
  }
  return surveys.length
}
