import { Button } from '@/components/button/button'
import { DateField } from '@/components/date-field/date-field'
import { Field } from '@/components/field/field'
import { FieldGroup } from '@/components/field-group/field-group'
import type { Draft } from './draft'

interface PartsProps {
  draft: Draft
  onChange: (draft: Draft) => void
}

const replaced = <Part,>(parts: readonly Part[], at: number, change: Partial<Part>): Part[] =>
  parts.map((part, index) => (index === at ? { ...part, ...change } : part))

const most = 10

/** Numbers by which everyone can tell whether it was done. */
export function IndicatorFields({ draft, onChange }: PartsProps) {
  const { indicators } = draft
  const set = (at: number, change: Partial<Draft['indicators'][number]>) =>
    onChange({ ...draft, indicators: replaced(indicators, at, change) })
  return (
    <>
      {indicators.map(({ name, target, unit }, index) => {
        const id = (field: string) => `indicator-${field}-${index}-${draft.key}`
        return (
          <FieldGroup key={index} id={id('group')} label={`指标 ${index + 1}`}>
            <Field
              id={id('name')}
              label="数什么"
              placeholder="比如：安装扶手"
              value={name}
              maxLength={40}
              onChange={(value) => set(index, { name: value })}
              isRequired
            />
            <Field
              id={id('target')}
              label="目标"
              type="number"
              value={target}
              onChange={(value) => set(index, { target: value })}
              isRequired
            />
            <Field
              id={id('unit')}
              label="单位"
              placeholder="比如：处"
              value={unit}
              maxLength={10}
              onChange={(value) => set(index, { unit: value })}
              isRequired
            />
          </FieldGroup>
        )
      })}
      {indicators.length < most && (
        <Button
          size="small"
          onPress={() => onChange({ ...draft, indicators: [...indicators, { name: '', target: '', unit: '' }] })}
        >
          再加一个指标
        </Button>
      )}
    </>
  )
}

/** Steps with a date and a share of the whole. */
export function MilestoneFields({ draft, onChange }: PartsProps) {
  const { milestones } = draft
  const set = (at: number, change: Partial<Draft['milestones'][number]>) =>
    onChange({ ...draft, milestones: replaced(milestones, at, change) })
  return (
    <>
      {milestones.map(({ title, weight, dueOn }, index) => {
        const id = (field: string) => `milestone-${field}-${index}-${draft.key}`
        return (
          <FieldGroup key={index} id={id('group')} label={`第 ${index + 1} 步`}>
            <Field
              id={id('title')}
              label="做到什么"
              placeholder="比如：完成选点和招标"
              value={title}
              maxLength={80}
              onChange={(value) => set(index, { title: value })}
              isRequired
            />
            <Field
              id={id('weight')}
              label="分量"
              hint="整数，越大占得越多"
              type="number"
              value={weight}
              maxLength={4}
              onChange={(value) => set(index, { weight: value })}
              isRequired
            />
            <DateField
              id={id('due')}
              label="什么时候"
              value={dueOn}
              onChange={(value) => set(index, { dueOn: value })}
              isRequired
            />
          </FieldGroup>
        )
      })}
      {milestones.length < most && (
        <Button
          size="small"
          onPress={() => onChange({ ...draft, milestones: [...milestones, { title: '', weight: '1', dueOn: '' }] })}
        >
          再加一步
        </Button>
      )}
    </>
  )
}
