import { partWords, scoreParts, starWords, verdicts, verdictWords } from '@xinban/shared/domain'
import type { ReactNode } from 'react'
import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import { Select } from '@/components/select/select'
import { hasDefaultReview, levels, noDefaultReview, type RuleErrors, type RuleField, type RuleForm } from './rule-form'
import styles from '../settings.module.scss'
import own from './rules.module.scss'

interface RuleFieldsProps {
  form: RuleForm
  errors: RuleErrors
  onChange: (field: RuleField) => (value: string) => void
}

/** From 基本满意 on: what says 不满意 in its name is never counted as favourable. */
const favourable = levels.filter((stars) => stars >= 3)

/** What rules of the kind prescribe, and what stands there already. */
const defaults = ({ base }: RuleForm) => levels.filter((stars) => stars >= 3 || stars === base.defaultReview?.stars)

export function RuleFields({ form, errors, onChange }: RuleFieldsProps) {
  const { fields, groups } = errors
  const about = (field: RuleField) => ({
    ...{ id: `rule-${field}`, value: form.typed[field] ?? '', error: fields[field], onChange: onChange(field) },
    isRequired: true,
  })
  const number = (field: RuleField, label: string, hint?: string) => (
    <Field key={field} {...about(field)} label={label} type="number" maxLength={5} {...(hint && { hint })} />
  )
  return (
    <Box className={styles.sections}>
      <Section title="规则">
        <Field {...about('name')} label="名称" maxLength={40} />
        <Field {...about('source')} label="依据" maxLength={300} hint="文件、标准或惯例；会写在排名下面" />
        {number('freezeAfterDays', '月份结束多少天后可以定稿', '0 到 366')}
      </Section>
      <Section title="综合分里各占多少（%）" error={groups.weights}>
        {scoreParts.map((part) => number(`weights.${part}`, partWords[part]))}
      </Section>
      <Section title="一次评价得几分（0 到 10）">
        {levels.map((stars) => number(`points.${stars}`, `${stars} 星，${starWords[stars]}`))}
        <Select
          {...about('favourableFrom')}
          label="几星起算满意"
          placeholder="选择几星"
          options={favourable.map((stars) => ({ value: String(stars), word: `${stars} 星，${starWords[stars]}` }))}
        />
      </Section>
      <Section title="没有人评价的单">
        <Select
          {...about('defaultReview.stars')}
          label="到期没有评价，记什么"
          placeholder="选择记不记"
          hint="只在上级规定要记的地方用，从保存后办结的单开始。另行计数，不算满意率；居民后来评了，就按居民的"
          options={[
            { value: noDefaultReview, word: '不记，没评就是没评' },
            ...defaults(form).map((stars) => ({ value: String(stars), word: `默认 ${stars} 星，${starWords[stars]}` })),
          ]}
        />
        {hasDefaultReview(form) &&
          number('defaultReview.afterDays', '办结多少天没有评价就记', '1 到 366，从办结那天起的自然日')}
      </Section>
      {form.base.survey.kind === 'mean' && (
        <Section title="测评分档（平均 0 到 100 分）" error={groups.survey}>
          {verdicts.map((verdict) => (
            <Box key={verdict} className={own.band}>
              {number(`bands.${verdict}.from`, `${verdictWords[verdict]}，从`)}
              {number(`bands.${verdict}.to`, `${verdictWords[verdict]}，到`)}
            </Box>
          ))}
        </Section>
      )}
    </Box>
  )
}

function Section({ title, error, children }: { title: string; error?: string | undefined; children: ReactNode }) {
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        {title}
      </Box>
      {error !== undefined && (
        <Box as="p" className={own.error} role="alert">
          {error}
        </Box>
      )}
      {children}
    </Box>
  )
}
