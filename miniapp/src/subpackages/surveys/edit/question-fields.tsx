import { majorityOptions, surveyLimits, surveyQuestionKindWords, type SurveyMethod } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Checkbox } from '@/components/checkbox/checkbox'
import { Field } from '@/components/field/field'
import { TextArea } from '@/components/text-area/text-area'
import type { QuestionForm } from './survey-form'
import styles from '../surveys.module.scss'

interface QuestionFieldsProps {
  question: QuestionForm
  index: number
  method: SurveyMethod
  /** What the server refused, by its path. */
  fields: Readonly<Record<string, string>>
  onChange: (question: QuestionForm) => void
  onRemove: () => void
}

/** One question as it is written; the first one decides, so its kind follows the method. */
export function QuestionFields({ question, index, method, fields, onChange, onRemove }: QuestionFieldsProps) {
  const { key, kind, title, options, isRequired } = question
  const isDecisive = index === 0
  const number = `第 ${index + 1} 题`
  const kindWord = isDecisive
    ? method === 'mean'
      ? '打星，得出结论'
      : `单选（${majorityOptions.join('、')}），得出结论`
    : surveyQuestionKindWords[kind]
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        {number} · {kindWord}
      </Box>
      <Field
        id={`${key}-title`}
        label={`${number}问什么`}
        value={title}
        maxLength={surveyLimits.title}
        isRequired
        error={fields[`questions.${index}.title`] ?? fields[`questions.${index}`]}
        onChange={(next) => onChange({ ...question, title: next })}
      />
      {!isDecisive && kind === 'choice' && (
        <TextArea
          id={`${key}-options`}
          label={`${number}的选项`}
          value={options}
          maxLength={surveyLimits.options.most * (surveyLimits.option + 1)}
          hint="一行一个"
          isRequired
          error={fields[`questions.${index}.options`]}
          onChange={(next) => onChange({ ...question, options: next })}
        />
      )}
      {!isDecisive && (
        <>
          <Checkbox
            id={`${key}-required`}
            label="必答"
            readOut={`${number}必答`}
            isChecked={isRequired}
            onChange={(next) => onChange({ ...question, isRequired: next })}
          />
          <Button size="small" kind="plain" label={`去掉这道题（${number}）`} className={styles.gap} onPress={onRemove}>
            去掉这道题
          </Button>
        </>
      )}
    </Box>
  )
}
