import { verdictWords, verdicts } from '../scores/rules/survey-rules'

export const surveyQuestionKinds = ['stars', 'choice', 'text'] as const
export type SurveyQuestionKind = (typeof surveyQuestionKinds)[number]
export const surveyQuestionKindWords: Record<SurveyQuestionKind, string> = {
  stars: '打星',
  choice: '单选',
  text: '写几句',
}

/** How the verdict comes about: by the mean of points of stars, or by majority of the whole roster. */
export const surveyMethods = ['mean', 'majority'] as const
export type SurveyMethod = (typeof surveyMethods)[number]
export const surveyMethodWords: Record<SurveyMethod, string> = {
  mean: '按平均分',
  majority: '按名单过半数',
}

export interface SurveyQuestion {
  /** `q1` … within its survey; answers name it. */
  readonly key: string
  readonly kind: SurveyQuestionKind
  readonly title: string
  readonly isRequired: boolean
  /** Of a choice; empty for the others. */
  readonly options: readonly string[]
  /** The one question by which the verdict is found. */
  readonly isDecisive: boolean
}

/** What is wrong with one thing of a survey or a ballot. */
export interface SurveyIssue {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** What a survey may hold. A ballot is sealed at one fixed size, so its parts have limits. */
export const surveyLimits = {
  questions: 20,
  texts: 3,
  options: { least: 2, most: 10 },
  /** UTF-16 units of one written answer. */
  text: 200,
  title: 60,
  intro: 500,
  option: 30,
  /** Days that a survey may be open at most. */
  days: 92,
} as const

/** Results are shown from so many ballots on; with fewer, answers would be guessed from them. */
export const fewestBallots = 5

/** The three choices of a question that is decided by majority, in this order. */
export const majorityOptions: readonly string[] = verdicts.map((verdict) => verdictWords[verdict])

/** The ready-made question that each method is decided by. */
export const decisiveQuestion = (method: SurveyMethod): SurveyQuestion => ({
  ...{ key: 'q1', title: '总体来说，你满意吗？', isRequired: true, isDecisive: true },
  kind: method === 'mean' ? 'stars' : 'choice',
  options: method === 'mean' ? [] : majorityOptions,
})

/** What keeps questions from being asked, all of it; empty when they make a survey. */
export function checkQuestions(questions: readonly SurveyQuestion[], method: SurveyMethod): SurveyIssue[] {
  const keys = questions.map(({ key }) => key)
  const texts = questions.filter(({ kind }) => kind === 'text').length
  return [
    ...questions.flatMap((question, index) => checkQuestion(question, index)),
    ...(new Set(keys).size < keys.length
      ? [{ path: 'questions', code: 'duplicate', message: '有两道题的编号一样，请改掉一个' }]
      : []),
    ...(texts > surveyLimits.texts
      ? [{ path: 'questions', code: 'too_many', message: `写几句的题最多 ${surveyLimits.texts} 道，请减少一些` }]
      : []),
    ...checkDecisive(questions, method),
  ]
}

function checkQuestion({ kind, options }: SurveyQuestion, index: number): SurveyIssue[] {
  const path = `questions.${index}.options`
  const name = `第 ${index + 1} 题`
  if (kind !== 'choice') {
    return options.length === 0 ? [] : [{ path, code: 'unsuitable', message: `${name}不是单选，不用写选项` }]
  }
  const { least, most } = surveyLimits.options
  if (options.length < least || options.length > most) {
    return [{ path, code: 'out_of_range', message: `${name}要有 ${least} 到 ${most} 个选项` }]
  }
  return new Set(options).size === options.length
    ? []
    : [{ path, code: 'duplicate', message: `${name}有两个一样的选项，请改掉一个` }]
}

function checkDecisive(questions: readonly SurveyQuestion[], method: SurveyMethod): SurveyIssue[] {
  const decisive = questions.filter(({ isDecisive }) => isDecisive)
  const [question] = decisive
  if (!question || decisive.length > 1) {
    return [{ path: 'questions', code: 'decisive', message: '请选定一道题（只能一道）来得出测评结论' }]
  }
  const path = `questions.${questions.indexOf(question)}`
  if (!question.isRequired) return [{ path, code: 'decisive', message: '得出结论的题必须是必答题' }]
  if (method === 'mean') {
    return question.kind === 'stars' ? [] : [{ path, code: 'decisive', message: '按平均分得出结论，要用一道打星题' }]
  }
  return question.kind === 'choice' && question.options.join() === majorityOptions.join()
    ? []
    : [{ path, code: 'decisive', message: `按过半数得出结论，选项要依次是${majorityOptions.join('、')}` }]
}

/** What was answered to one question: stars 1–5, the index of an option, or words. */
export type SurveyAnswer = number | string
export type SurveyAnswers = Readonly<Record<string, SurveyAnswer>>

/** What is wrong with the answers of a ballot, all of it; empty when it can be cast. */
export function checkAnswers(questions: readonly SurveyQuestion[], answers: SurveyAnswers): SurveyIssue[] {
  const known = new Set(questions.map(({ key }) => key))
  const strange = Object.keys(answers).filter((key) => !known.has(key))
  return [
    ...strange.map((key) => ({ path: `answers.${key}`, code: 'unknown', message: '有一道题已经不在了，请刷新后再答' })),
    ...questions.flatMap((question, index): SurveyIssue[] => {
      const wrong = wrongAnswer(question, answers[question.key])
      return wrong ? [{ path: `answers.${question.key}`, ...wrong, message: `第 ${index + 1} 题${wrong.message}` }] : []
    }),
  ]
}

function wrongAnswer(
  { kind, isRequired, options }: SurveyQuestion,
  answer: SurveyAnswer | undefined,
): { code: string; message: string } | undefined {
  if (answer === undefined || answer === '') return isRequired ? { code: 'required', message: '还没有答' } : undefined
  if (kind === 'text') {
    if (typeof answer !== 'string') return { code: 'invalid_format', message: '要用文字回答' }
    return answer.length <= surveyLimits.text
      ? undefined
      : { code: 'too_long', message: `最多写 ${surveyLimits.text} 个字，请精简一些` }
  }
  const [from, to] = kind === 'stars' ? [1, 5] : [0, options.length - 1]
  const fits = typeof answer === 'number' && Number.isInteger(answer) && answer >= from && answer <= to
  return fits ? undefined : { code: 'invalid_value', message: kind === 'stars' ? '请打 1 到 5 星' : '请从选项里选一个' }
}
