import { useState } from 'react'
import type { Survey } from '@xinban/shared/contracts'
import {
  surveyLimits,
  surveyMethodWords,
  surveyMethods,
  surveyQuestionKindWords,
  surveyQuestionKinds,
} from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { DateField } from '@/components/date-field/date-field'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { goBack, replace, usePageQuery } from '@/platform/navigation'
import { QuestionFields } from './question-fields'
import { draftOf, nextKey, type QuestionForm, type SurveyForm } from './survey-form'
import styles from '../surveys.module.scss'

interface SurveyEditorProps {
  initial: SurveyForm
  membershipId: string
  /** Absent for a new one. */
  survey?: Survey
}

const methodDetails = {
  mean: '打星换成分数取平均，80 分以上为满意',
  majority: '答满意的超过全部名单的一半才算满意，没投的算在名单里',
}

export function SurveyEditor({ initial, membershipId, survey }: SurveyEditorProps) {
  const { pledge, list } = usePageQuery()
  const [form, setForm] = useState(initial)
  const create = useAct('surveys.create')
  const update = useAct('surveys.update')
  const { problem, isBusy } = survey ? update : create
  const change = (part: Partial<SurveyForm>) => setForm((before) => ({ ...before, ...part }))
  const { title, intro, method, firstDay, lastDay, questions } = form
  const put = (index: number, question: QuestionForm) =>
    change({ questions: questions.map((before, at) => (at === index ? question : before)) })

  async function save() {
    const body = draftOf(form)
    if (survey) {
      const about = {
        ...(survey.pledgeId !== null && { pledgeId: survey.pledgeId }),
        ...(survey.pledgeListId !== null && { pledgeListId: survey.pledgeListId }),
        population: survey.population.map(({ code }) => code),
      }
      const saved = await update.act({
        params: { id: survey.id },
        version: survey.version,
        body: { ...body, ...about },
      })
      if (!saved) return
      say('已保存')
      return goBack()
    }
    const about = { ...(pledge && { pledgeId: pledge }), ...(list && { pledgeListId: list }) }
    const made = await create.act({ body: { ...body, ...about, membershipId } })
    if (!made) return
    say('已存为草稿，看过没问题再发布')
    replace('held-survey', { id: made.id })
  }

  return (
    <Form onSubmit={() => void save()}>
      <ProblemNote problem={problem} />
      <Field
        id="title"
        label="测评名称"
        value={title}
        maxLength={surveyLimits.title}
        placeholder="如：今年的十件实事，你满意吗？"
        isRequired
        error={problem?.fields.title}
        onChange={(next) => change({ title: next })}
      />
      <TextArea
        id="intro"
        label="开头的话"
        value={intro}
        maxLength={surveyLimits.intro}
        rows={3}
        error={problem?.fields.intro}
        onChange={(next) => change({ intro: next })}
      />
      <Choice
        id="method"
        label="怎么得出结论"
        options={surveyMethods.map((value) => ({
          value,
          word: surveyMethodWords[value],
          detail: methodDetails[value],
        }))}
        value={method}
        onChange={(next) => change({ method: next })}
      />
      <DateField
        id="opensAt"
        label="第一天"
        value={firstDay}
        isRequired
        error={problem?.fields.opensAt}
        onChange={(next) => change({ firstDay: next })}
      />
      <DateField
        id="closesAt"
        label="最后一天"
        value={lastDay}
        min={firstDay}
        isRequired
        hint={`到这天晚上 24 点截止，最多 ${surveyLimits.days} 天`}
        error={problem?.fields.closesAt}
        onChange={(next) => change({ lastDay: next })}
      />
      {questions.map((question, index) => (
        <QuestionFields
          key={question.key}
          question={question}
          index={index}
          method={method}
          fields={problem?.fields ?? {}}
          onChange={(next) => put(index, next)}
          onRemove={() => change({ questions: questions.filter((_, at) => at !== index) })}
        />
      ))}
      <Box className={styles.buttons}>
        {questions.length < surveyLimits.questions &&
          surveyQuestionKinds.map((kind) => (
            <Button
              key={kind}
              size="small"
              onPress={() =>
                change({
                  questions: [
                    ...questions,
                    { key: nextKey(questions), kind, title: '', options: '', isRequired: kind !== 'text' },
                  ],
                })
              }
            >
              加一道{surveyQuestionKindWords[kind]}题
            </Button>
          ))}
      </Box>
      <Button kind="primary" isSubmit isBusy={isBusy} className={styles.submit}>
        {survey ? '保存' : '存为草稿'}
      </Button>
    </Form>
  )
}
