import { useState } from 'react'
import type { ScoreRuleSettings } from '@xinban/shared/contracts'
import { builtInRules, type ScoreRuleSet } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Select } from '@/components/select/select'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import {
  draftOf,
  errorsOf,
  exampleLead,
  exampleWords,
  fixedWords,
  formOf,
  hasErrors,
  type RuleField,
} from './rule-form'
import { RuleFields } from './rule-fields'
import { RuleVersions } from '../version-lists'
import { VersionedEditor } from '../versioned-editor'
import styles from '../settings.module.scss'

interface RuleEditorProps {
  settings: ScoreRuleSettings
  now: Date
  onSaved: () => void
}

const words = {
  untouched: '还没有改过，现在用的是通用规则。',
  scope: '已经定稿的月份，仍按定稿时的规则。',
  question: '按新规则算吗？',
  consequence: '没有定稿的月份，得分和名次马上按新规则算；定稿的月份不变。',
  saved: '已存好，没有定稿的月份按新规则算',
}
const sets = builtInRules.map(({ version, name }) => ({ value: version, word: name }))

export function RuleEditor({ settings, now, onSaved }: RuleEditorProps) {
  const [form, setForm] = useState(() => formOf(settings.rules as ScoreRuleSet))
  const save = useAct('score-rules.save')
  const errors = errorsOf(form)
  const example = exampleWords(form)
  const change = (field: RuleField) => (value: string) =>
    setForm((before) => ({ ...before, typed: { ...before.typed, [field]: value } }))

  function choose(version: string) {
    const set = builtInRules.find((rules) => rules.version === version)
    if (set) setForm(formOf(set))
  }

  function check() {
    const isRight = !hasErrors(errors)
    const [first] = Object.keys(errors.fields)
    if (!isRight) focusField(`rule-${first ?? (errors.groups.weights ? 'weights.response' : 'bands.satisfied.from')}`)
    return isRight
  }

  async function send() {
    const { version: _, ...rules } = draftOf(form)
    const body = { districtCode: settings.districtCode, rules } as unknown as Parameters<typeof save.act>[0]['body']
    return (await save.act({ body, version: settings.version })) !== undefined
  }

  return (
    <VersionedEditor
      {...{ settings, now, words, save, check, send, onSaved }}
      before={
        <Box className={styles.gap}>
          <Select
            id="rule-set"
            label="从一套现成的规则开始"
            placeholder="选一套"
            options={sets}
            value={sets.find(({ value }) => value === form.base.version)?.value}
            onChange={choose}
            isRequired
          />
          {fixedWords(form.base).map((line) => (
            <Box as="p" key={line} className={styles.detail}>
              {line}
            </Box>
          ))}
        </Box>
      }
      versions={<RuleVersions districtCode={settings.districtCode} now={now} />}
    >
      <RuleFields form={form} errors={errors} onChange={change} />
      <Box as="section" className={styles.panel} role="status">
        <Box as="h2" className={styles.heading}>
          算一个例子
        </Box>
        <Box as="p" className={styles.detail}>
          {exampleLead}
        </Box>
        {(example ?? ['上面填好后，这里会算出结果']).map((line) => (
          <Box as="p" key={line}>
            {line}
          </Box>
        ))}
      </Box>
    </VersionedEditor>
  )
}
