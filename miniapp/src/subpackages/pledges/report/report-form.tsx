import { useState } from 'react'
import type { Pledge } from '@xinban/shared/contracts'
import { nextMilestone } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePhotos } from '@/hooks/use-photos'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBackTo } from '@/platform/navigation'
import { sayDay } from '@/words/pledges'
import styles from '../forms.module.scss'

interface ReportFormProps {
  pledge: Pledge
  onStale: () => void
}

const photosId = 'pledge-photos'
/** Whole percent from 0 to 100. */
const isPercent = (value: string) => /^(\d|[1-9]\d|100)$/.test(value.trim())

/** A note with photos; which step it is about, how far that is, and what was reached in numbers. */
export function ReportForm({ pledge, onStale }: ReportFormProps) {
  const now = useNow()
  const next = nextMilestone(pledge.milestones)
  const [note, setNote] = useState('')
  const [stepId, setStepId] = useState(next?.id ?? '')
  const [percent, setPercent] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [isChecked, setChecked] = useState(false)
  const photos = usePhotos(`pledge:${pledge.id}`)
  const report = useAct('pledges.progress', ({ status, fields }) => {
    photos.tray.refuse(fields)
    if (status === 409 || status === 412) onStale()
  })
  const steps = pledge.milestones.filter(({ progress }) => progress !== 100)
  const step = steps.find(({ id }) => id === stepId)
  const errors = {
    note: note.trim() === '' ? '请写办到哪一步了' : undefined,
    percent: step && !isPercent(percent) ? '请填 0 到 100 的整数，办完填 100' : undefined,
  }

  async function submit() {
    setChecked(true)
    if (step && errors.percent !== undefined) return focusField('percent')
    if (errors.note !== undefined) return focusField('note')
    if (!photos.isReady()) return focusField(photosId)
    const numbers = Object.entries(values).flatMap(([id, value]) =>
      value.trim() === '' ? [] : [{ id, value: Number(value) }],
    )
    const body = {
      note,
      ...photos.body(),
      ...(step && { milestoneId: step.id, progress: Number(percent) }),
      ...(numbers.length > 0 && { indicators: numbers }),
    }
    if (!(await report.act({ params: { id: pledge.id }, body, version: pledge.version }))) return
    photos.tray.clear()
    say('报好了，大家都能看到')
    goBackTo('pledge', { id: pledge.id })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {pledge.number}. {pledge.title}
      </Box>
      <ProblemNote problem={report.problem} />
      <PhotoPicker id={photosId} photos={photos} isCameraFirst />
      {steps.length > 0 && (
        <Select
          id="milestone"
          label="哪一步"
          placeholder="不针对某一步"
          options={[
            { value: '', word: '不针对某一步' },
            ...steps.map(({ id, title, dueOn }) => ({ value: id, word: `${title}（${sayDay(dueOn, now)}前）` })),
          ]}
          value={stepId}
          onChange={setStepId}
        />
      )}
      {step && (
        <Field
          id="percent"
          label="这一步办到百分之几"
          hint={step.progress === null ? '还没有报过' : `上次报的是 ${step.progress}%`}
          type="number"
          value={percent}
          maxLength={3}
          error={report.problem?.fields.progress ?? (isChecked ? errors.percent : undefined)}
          onChange={setPercent}
          isRequired
        />
      )}
      <TextArea
        id="note"
        label="办到哪一步了"
        placeholder="比如：三号楼扶手已装好，四号楼明天开工"
        value={note}
        maxLength={2000}
        error={report.problem?.fields.note ?? (isChecked ? errors.note : undefined)}
        onChange={setNote}
        isRequired
      />
      {pledge.indicators.map(({ id, name, target, unit, value }) => (
        <Field
          key={id}
          id={`indicator-${id}`}
          label={`${name}（到现在共多少${unit}）`}
          hint={`目标 ${target} ${unit}，${value === null ? '还没有报过' : `上次报的是 ${value}`}；没有变就空着`}
          type="number"
          value={values[id] ?? ''}
          onChange={(typed) => setValues({ ...values, [id]: typed })}
        />
      ))}
      <Button kind="primary" isSubmit isBusy={report.isBusy}>
        报进展
      </Button>
    </Form>
  )
}
