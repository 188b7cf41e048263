import { useState } from 'react'
import type { CalendarYear } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { DateField } from '@/components/date-field/date-field'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { hoursWords, readHours } from '@/words/calendar'
import styles from '../settings.module.scss'
import { DayOrg } from './day-org'

interface DayFormProps {
  data: CalendarYear
  today: string
  onDone: () => void
  onCancel: () => void
}

const kinds = [
  { value: 'off', word: '不上班' },
  { value: 'worked', word: '上班' },
] as const
type Kind = (typeof kinds)[number]['value']
type Wrong = Partial<Record<'date' | 'hours' | 'reason', string>>

/** What holds on one day in place of the official calendar. */
export function DayForm({ data, today, onDone, onCancel }: DayFormProps) {
  const [orgCode, setOrgCode] = useState(data.district.code)
  const [date, setDate] = useState('')
  const [kind, setKind] = useState<Kind>('off')
  const [hours, setHours] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const set = useAct('calendar.set-day')
  const spans = kind === 'worked' && hours.trim() !== '' ? readHours(hours) : undefined

  function submit() {
    const found: Wrong = {
      ...(date === '' && { date: '请选择是哪一天' }),
      ...(date !== '' && date < today && { date: '只能安排今天和以后的日子' }),
      ...(spans === null && { hours: '时间请写成 08:30–12:00 这样' }),
      ...(reason.trim() === '' && { reason: '请写明原因，大家都能看到' }),
    }
    setWrong(found)
    const [first] = Object.keys(found)
    if (first !== undefined) focusField(`day-${first}`)
    else void save()
  }

  async function save() {
    const districtCode = data.district.code
    const own = orgCode === districtCode ? {} : { orgCode }
    const body = { districtCode, ...own, kind, reason, ...(spans && { hours: spans }) }
    if (!(await set.act({ params: { date }, body, version: data.version }))) return
    say('已安排')
    onDone()
  }

  const fields = set.problem?.fields ?? {}
  return (
    <Form className={styles.panel} onSubmit={submit}>
      <ProblemNote problem={set.problem} />
      <DayOrg district={data.district} error={fields.orgCode} onChange={setOrgCode} />
      <DateField
        id="day-date"
        label="哪一天"
        value={date}
        error={wrong.date ?? fields.date}
        onChange={setDate}
        isRequired
      />
      <Choice id="day-kind" label="这一天" options={kinds} value={kind} onChange={setKind} isInline />
      {kind === 'worked' && (
        <Field
          id="day-hours"
          label="上班时间"
          value={hours}
          maxLength={80}
          hint={`不填就按平常的 ${hoursWords(data.officeHours)}`}
          error={wrong.hours ?? fields.hours}
          onChange={setHours}
        />
      )}
      <Field
        id="day-reason"
        label="原因"
        placeholder="例如：暴雪停办"
        value={reason}
        maxLength={60}
        hint="会写进每个单的时限说明"
        error={wrong.reason ?? fields.reason}
        onChange={setReason}
        isRequired
      />
      <Box className={styles.buttons}>
        <Button kind="primary" size="small" isSubmit isBusy={set.isBusy}>
          保存
        </Button>
        <Button size="small" isDisabled={set.isBusy} onPress={onCancel}>
          先不了
        </Button>
      </Box>
    </Form>
  )
}
