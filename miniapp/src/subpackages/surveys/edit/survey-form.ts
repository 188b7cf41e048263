import type { Survey, SurveyDraft } from '@xinban/shared/contracts'
import {
  addDays,
  chinaDate,
  dateOfDay,
  dayOfDate,
  decisiveQuestion,
  formatInstant,
  instantOn,
  majorityOptions,
  type SurveyMethod,
  type SurveyQuestion,
  type SurveyQuestionKind,
} from '@xinban/shared/domain'

/** A question as it is being written; the options stand one on each line. */
export interface QuestionForm {
  readonly key: string
  readonly kind: SurveyQuestionKind
  readonly title: string
  readonly options: string
  readonly isRequired: boolean
}

export interface SurveyForm {
  readonly title: string
  readonly intro: string
  readonly method: SurveyMethod
  /** `YYYY-MM-DD`: from the beginning of the first day to the end of the last. */
  readonly firstDay: string
  readonly lastDay: string
  /** The first one decides. */
  readonly questions: readonly QuestionForm[]
}

const asForm = ({ options, ...question }: SurveyQuestion): QuestionForm => ({
  ...{ key: question.key, kind: question.kind, title: question.title, isRequired: question.isRequired },
  options: options.join('\n'),
})

/** An empty one: the ready-made question, and one for words. */
export function newForm(now: Date): SurveyForm {
  return {
    ...{ title: '', intro: '', method: 'mean', firstDay: chinaDate(now), lastDay: chinaDate(addDays(now, 6)) },
    questions: [
      asForm(decisiveQuestion('mean')),
      { key: 'q2', kind: 'text', title: '还有什么想说的？', options: '', isRequired: false },
    ],
  }
}

export function formOf({ title, intro, method, opensAt, closesAt, questions }: Survey): SurveyForm {
  const decisiveFirst = [...questions].sort((a, b) => Number(b.isDecisive) - Number(a.isDecisive))
  return {
    ...{ title, intro, method, firstDay: opensAt.slice(0, 10), questions: decisiveFirst.map(asForm) },
    // The end stands at the midnight after the last day.
    lastDay: chinaDate(new Date(Date.parse(closesAt) - 1)),
  }
}

/** A key that no other question has. */
export function nextKey(questions: readonly QuestionForm[]): string {
  const used = questions.map(({ key }) => Number(/^q(\d+)$/.exec(key)?.[1] ?? 0))
  return `q${Math.max(0, ...used) + 1}`
}

/** What is sent. Days that are none give an empty time, which the server names. */
export function draftOf({ title, intro, method, firstDay, lastDay, questions }: SurveyForm): SurveyDraft {
  const midnight = (date: string, later = 0) => {
    const day = dayOfDate(date)
    return Number.isNaN(day) ? '' : formatInstant(instantOn(dayOfDate(dateOfDay(day + later)), 0))
  }
  return {
    ...{ title, intro, method, opensAt: midnight(firstDay), closesAt: midnight(lastDay, 1) },
    questions: questions.map(({ key, kind, title, options, isRequired }, index) => {
      const decisive = index === 0
      const kindThen = decisive ? decisiveQuestion(method).kind : kind
      const written = options.split('\n').map((option) => option.trim())
      return {
        ...{ key, title, kind: kindThen, isRequired: decisive || isRequired, isDecisive: decisive },
        options:
          decisive && method === 'majority'
            ? [...majorityOptions]
            : kindThen === 'choice'
              ? written.filter(Boolean)
              : [],
      }
    }),
  }
}
