import type { Survey } from '@xinban/shared/contracts'
import { addDays, decisiveQuestion, formatInstant, type SurveyMethod, type SurveyQuestion } from '@xinban/shared/domain'
import { execute } from '../src/db/sql'
import type { TestServer } from './server'
import type { Caller, World } from './world'

let phones = 0
/** A telephone that nobody else has. */
export const newPhone = (): string => `1390${String((phones += 1)).padStart(7, '0')}`

/** Someone whose phone and community are confirmed. */
export async function verified(
  { services, clock }: TestServer,
  world: World,
  communityCode = world.community,
  phone = newPhone(),
): Promise<Caller> {
  const person = await world.person({ communityCode, phone, name: '陈静' })
  await services.db.unitOfWork((em) =>
    execute(em, 'UPDATE persons SET community_confirmed_at = ? WHERE id = ?', [clock.now(), person.personId]),
  )
  return person
}

const more = { isRequired: false, isDecisive: false }
/** Stars that decide, a choice, and words. */
export const surveyQuestions: SurveyQuestion[] = [
  { ...decisiveQuestion('mean'), options: [] },
  { ...more, key: 'q2', kind: 'choice', title: '哪件事办得最好？', options: ['修路', '装灯', '加梯'] },
  { ...more, key: 'q3', kind: 'text', title: '还想说什么？', options: [] },
]
export const majorityQuestions: SurveyQuestion[] = [{ ...decisiveQuestion('majority') }]

type Draft = {
  questions?: SurveyQuestion[]
  method?: SurveyMethod
  population?: string[]
  title?: string
  pledgeId?: string
}

/** What staff write; open from now on, for a week. */
export const surveyDraft = ({ clock }: TestServer, { questions = surveyQuestions, ...rest }: Draft = {}) => ({
  ...{ title: '今年的实事，你满意吗？', opensAt: formatInstant(clock.now()) },
  closesAt: formatInstant(addDays(clock.now(), 7)),
  questions: questions.map((question) => ({ ...question, options: [...question.options] })),
  ...rest,
})

/** A survey that is open now. */
export async function openSurvey(server: TestServer, staff: Caller, draft: Draft = {}): Promise<Survey> {
  const { id } = await staff.ok('surveys.create', { body: surveyDraft(server, draft) })
  return staff.ok('surveys.publish', { params: { id }, body: {} })
}
