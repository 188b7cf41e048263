import { useState } from 'react'
import type { Schedule } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { DateField } from '@/components/date-field/date-field'
import { Field } from '@/components/field/field'
import { focusField } from '@/platform/focus'
import { overrideWords } from '@/words/bookings'
import { readHours } from '@/words/calendar'
import styles from './index.module.scss'

type Override = Schedule['overrides'][number]

interface OverridesProps {
  overrides: readonly Override[]
  onChange: (overrides: Override[]) => void
}

const empty = { from: '', through: '', hours: '', reason: '' }

/** Days that are not as the week says: closed, or with other hours. */
export function Overrides({ overrides, onChange }: OverridesProps) {
  const [typed, setTyped] = useState(empty)
  const [wrong, setWrong] = useState<Partial<typeof empty>>({})
  const change = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }))

  function add() {
    const through = typed.through === '' ? typed.from : typed.through
    const hours = typed.hours.trim() === '' ? [] : readHours(typed.hours)
    const found = {
      ...(typed.from === '' && { from: '请选择从哪一天起' }),
      ...(through < typed.from && { through: '结束日期不能早于开始日期' }),
      ...(hours === null && { hours: '请写成 09:00–12:00 这样，不办理就空着' }),
      ...(typed.reason.trim() === '' && { reason: '请写明原因，居民看得到' }),
    }
    setWrong(found)
    const [first] = Object.keys(found)
    if (first !== undefined || hours === null) return focusField(`override-${first ?? 'hours'}`)
    onChange([...overrides, { from: typed.from, through, hours, reason: typed.reason.trim() }])
    setTyped(empty)
  }

  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        特别的日子
      </Box>
      <Box as="ul" className={styles.list}>
        {overrides.map((override, index) => (
          <Box as="li" key={`${override.from} ${override.reason}`} className={styles.override}>
            <Box as="span">{overrideWords(override)}</Box>
            <Button
              size="small"
              kind="plain"
              label={`去掉：${overrideWords(override)}`}
              onPress={() => onChange(overrides.filter((_, at) => at !== index))}
            >
              去掉
            </Button>
          </Box>
        ))}
      </Box>
      <Box className={styles.fields}>
        <DateField
          id="override-from"
          label="从哪一天"
          value={typed.from}
          error={wrong.from}
          onChange={(from) => change({ from })}
          isRequired
        />
        <DateField
          id="override-through"
          label="到哪一天（含）"
          value={typed.through}
          hint="只有一天就空着"
          error={wrong.through}
          onChange={(through) => change({ through })}
        />
        <Field
          id="override-hours"
          label="办理时间"
          value={typed.hours}
          maxLength={60}
          hint="空着就是不办理"
          error={wrong.hours}
          onChange={(hours) => change({ hours })}
        />
        <Field
          id="override-reason"
          label="原因"
          value={typed.reason}
          maxLength={60}
          placeholder="例如：系统升级"
          error={wrong.reason}
          onChange={(reason) => change({ reason })}
          isRequired
        />
      </Box>
      <Button size="small" onPress={add}>
        加上
      </Button>
    </Box>
  )
}
