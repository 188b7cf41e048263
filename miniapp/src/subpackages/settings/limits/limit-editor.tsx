import { useState } from 'react'
import type { CalendarYear, LimitSettings } from '@xinban/shared/contracts'
import { limitRules, type LimitKey, type LimitUnit } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { calendarOfYear, exampleWords, readHours } from '@/words/calendar'
import { endWords, formErrors, formOf, limitsOf, sections, startWords, type LimitField } from './limit-form'
import { LimitVersions } from '../version-lists'
import { VersionedEditor } from '../versioned-editor'
import styles from '../settings.module.scss'

interface LimitEditorProps {
  settings: LimitSettings
  year: CalendarYear
  now: Date
  onSaved: () => void
}

const words = {
  untouched: '还没有改过，现在用的是通用的时限。',
  scope: '改动只管以后的单，已经开始算的时限不变。',
  question: '从现在起按新的时限算吗？',
  consequence: '以后的单按新的时限算；已经收下的单，时限不变。',
  saved: '已存好，从现在起按新的时限算',
}
const unitLabels: Record<LimitUnit, string> = { hours: '小时', working_days: '个工作日', calendar_days: '天' }

export function LimitEditor({ settings, year, now, onSaved }: LimitEditorProps) {
  const [form, setForm] = useState(() => formOf(settings))
  const [hasTried, setTried] = useState(false)
  const save = useAct('limits.save')
  const errors = formErrors(form)
  const limits = limitsOf(form)
  const officeHours = readHours(form.officeHours)
  const calendar = officeHours && calendarOfYear(year, officeHours)
  const change = (field: LimitField) => (value: string) => setForm((before) => ({ ...before, [field]: value }))
  const shown = (field: LimitField) => (hasTried ? errors[field] : undefined)

  const example = (key: LimitKey): string => {
    if (key === 'whistleSign') return '按上班时间算，下班后吹的哨从下次上班起算'
    const said = exampleWords(calendar, now, limits[key])
    return said ? `${startWords[key]}，${said}${endWords[key]}` : '填好后，这里会算出一个例子'
  }

  function check() {
    setTried(true)
    const [first] = Object.keys(errors)
    if (first !== undefined) focusField(`limit-${first}`)
    return first === undefined
  }

  async function send() {
    const { districtCode, version } = settings
    const body = { districtCode, limits: { ...limits }, officeHours: officeHours ?? [] }
    return (await save.act({ body, version })) !== undefined
  }

  return (
    <VersionedEditor
      {...{ settings, now, words, save, check, send, onSaved }}
      versions={<LimitVersions districtCode={settings.districtCode} now={now} />}
    >
      <Box className={styles.sections}>
        {sections.map(({ title, keys }) => (
          <Box as="section" key={title} className={styles.section}>
            <Box as="h2" className={styles.heading}>
              {title}
            </Box>
            {keys.map((key) => (
              <Field
                key={key}
                id={`limit-${key}`}
                label={`${limitRules[key].words}（${unitLabels[limitRules[key].unit]}）`}
                type="number"
                value={form[key]}
                maxLength={4}
                hint={example(key)}
                error={shown(key)}
                onChange={change(key)}
                isRequired
              />
            ))}
          </Box>
        ))}
        <Box as="section" className={styles.section}>
          <Box as="h2" className={styles.heading}>
            预警、领单和办公时间
          </Box>
          <Field
            id="limit-warnPercent"
            label="用掉多少时限时预警（%）"
            type="number"
            value={form.warnPercent}
            maxLength={2}
            hint="50 到 95；普通单按上班时间算，紧急单按钟点算"
            error={shown('warnPercent')}
            onChange={change('warnPercent')}
            isRequired
          />
          <Field
            id="limit-openClaims"
            label="一个单位同时在手的领单（个）"
            type="number"
            value={form.openClaims}
            maxLength={3}
            hint="1 到 100；在手的办好或退回后，才能再领"
            error={shown('openClaims')}
            onChange={change('openClaims')}
            isRequired
          />
          <Field
            id="limit-officeHours"
            label="办公时间"
            value={form.officeHours}
            maxLength={80}
            hint="下班后收的单，从下次上班起算。例如：08:30–12:00、14:00–17:30"
            error={shown('officeHours')}
            onChange={change('officeHours')}
            isRequired
          />
        </Box>
      </Box>
    </VersionedEditor>
  )
}
