import { useState } from 'react'
import type { Survey } from '@xinban/shared/contracts'
import { checkAnswers, surveyLimits, type Stars, type SurveyAnswers, type SurveyQuestion } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { Rate } from '@/components/rate/rate'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'
import styles from '../surveys.module.scss'

interface AnswerFormProps {
  survey: Survey
  /** Staff write down what somebody else says. */
  isHelp: boolean
  onStale: () => void
}

/** One question under the other, all on one page: nothing is hidden behind a next one. */
export function AnswerForm({ survey, isHelp, onStale }: AnswerFormProps) {
  const [answers, setAnswers] = useState<SurveyAnswers>({})
  const [whose, setWhose] = useState({ phone: '', name: '' })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const cast = useAct('surveys.cast', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })
  const { id, title, intro, questions, version } = survey
  const refused = { ...cast.problem?.fields, ...errors }

  function answer(key: string, value: string | number) {
    setAnswers((before) => ({ ...before, [key]: value }))
    setErrors(({ [`answers.${key}`]: _, ...rest }) => rest)
  }

  async function submit() {
    const issues = checkAnswers(questions, answers)
    const missing = isHelp && whose.phone.trim() === '' ? [{ path: 'phone', message: '请填写居民的手机号' }] : []
    const wrong = [...missing, ...issues]
    setErrors(Object.fromEntries(wrong.map(({ path, message }) => [path, message])))
    const [first] = wrong
    if (first) return focusField(first.path.replace('answers.', ''))
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
    const { phone, name } = whose
    const onBehalfOf = isHelp ? { onBehalfOf: { phone, ...(name.trim() !== '' && { name }) } } : {}
    if (!(await cast.act({ params: { id }, version, body: { answers: given, ...onBehalfOf } }))) return
    say(isHelp ? '已经投好，谢谢' : '已经投好，谢谢你。结束后公布结果')
    goBack()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {title}
      </Box>
      {intro !== '' && (
        <Box as="p" className={styles.intro}>
          {intro}
        </Box>
      )}
      <Box as="p" className={styles.lead}>
        {isHelp ? '照居民说的选，不要替人拿主意。' : ''}
        不记名：谁也看不到是谁怎么答的，每人一票，投了不能改。
      </Box>
      <ProblemNote problem={cast.problem} />
      {isHelp && (
        <>
          <Field
            id="phone"
            label="居民的手机号"
            type="tel"
            value={whose.phone}
            isRequired
            error={refused.phone ?? refused['onBehalfOf.phone']}
            onChange={(phone) => setWhose({ ...whose, phone })}
          />
          <Field
            id="name"
            label="居民的姓名"
            hint="这个电话还没有登记过时要写"
            value={whose.name}
            maxLength={20}
            error={refused['onBehalfOf.name']}
            onChange={(name) => setWhose({ ...whose, name })}
          />
        </>
      )}
      {questions.map((question, index) => (
        <Question
          key={question.key}
          question={question}
          number={index + 1}
          value={answers[question.key]}
          error={refused[`answers.${question.key}`]}
          onAnswer={(value) => answer(question.key, value)}
        />
      ))}
      <Button kind="primary" isSubmit isBusy={cast.isBusy} className={styles.submit}>
        投票
      </Button>
    </Form>
  )
}

interface QuestionProps {
  question: SurveyQuestion
  number: number
  value: string | number | undefined
  error: string | undefined
  onAnswer: (value: string | number) => void
}

function Question({ question, number, value, error, onAnswer }: QuestionProps) {
  const { key, kind, title, options, isRequired } = question
  const label = `${number}. ${title}`
  if (kind === 'stars') {
    return <Rate id={key} label={label} value={value as Stars | undefined} error={error} onChange={onAnswer} />
  }
  if (kind === 'choice') {
    return (
      <Choice
        id={key}
        label={isRequired ? label : `${label}（可不答）`}
        options={options.map((word, at) => ({ value: String(at), word }))}
        value={value === undefined ? undefined : String(value)}
        error={error}
        onChange={(chosen) => onAnswer(Number(chosen))}
      />
    )
  }
  return (
    <TextArea
      id={key}
      label={label}
      value={String(value ?? '')}
      maxLength={surveyLimits.text}
      isRequired={isRequired}
      error={error}
      hint="不要写自己的姓名、电话"
      onChange={onAnswer}
    />
  )
}
