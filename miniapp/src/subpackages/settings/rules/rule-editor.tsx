import { useState } from 'react'
import type { ScoreRuleSettings } from '@xinban/shared/contracts'
import { builtInRules, sayTime, type ScoreRuleSet } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Form } from '@/components/form/form'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
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
import { RuleVersions } from './rule-versions'
import styles from '../settings.module.scss'

interface RuleEditorProps {
  settings: ScoreRuleSettings
  now: Date
  onSaved: () => void
}

const sets = builtInRules.map(({ version, name }) => ({ value: version, word: name }))

export function RuleEditor({ settings, now, onSaved }: RuleEditorProps) {
  const [form, setForm] = useState(() => formOf(settings.rules as ScoreRuleSet))
  const [isAsking, setAsking] = useState(false)
  const save = useAct('score-rules.save')
  const errors = errorsOf(form)
  const example = exampleWords(form)
  const change = (field: RuleField) => (value: string) =>
    setForm((before) => ({ ...before, typed: { ...before.typed, [field]: value } }))

  function choose(version: string) {
    const set = builtInRules.find((rules) => rules.version === version)
    if (set) setForm(formOf(set))
  }

  function submit() {
    if (!hasErrors(errors)) return setAsking(true)
    const [first] = Object.keys(errors.fields)
    focusField(`rule-${first ?? (errors.groups.weights ? 'weights.response' : 'bands.satisfied.from')}`)
  }

  async function confirm() {
    const { version: _, ...rules } = draftOf(form)
    const body = { districtCode: settings.districtCode, rules } as unknown as Parameters<typeof save.act>[0]['body']
    const saved = await save.act({ body, version: settings.version })
    setAsking(false)
    if (!saved) return
    say('已存好，没有定稿的月份按新规则算')
    onSaved()
  }

  return (
    <>
      <Box as="p" className={styles.lead}>
        {settings.since
          ? `第 ${settings.version} 版，${sayTime(new Date(settings.since), now)} 由${settings.by ?? '区管理员'}设置。`
          : '还没有改过，现在用的是通用规则。'}
        已经定稿的月份，仍按定稿时的规则。
      </Box>
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
        {fixedWords(form.base).map((words) => (
          <Box as="p" key={words} className={styles.detail}>
            {words}
          </Box>
        ))}
      </Box>
      <Form onSubmit={submit}>
        <ProblemNote problem={save.problem} />
        {save.problem?.code === 'version_mismatch' && (
          <Button size="small" className={styles.gap} onPress={onSaved}>
            看同事改好的
          </Button>
        )}
        <RuleFields form={form} errors={errors} onChange={change} />
        <Box as="section" className={styles.panel} role="status">
          <Box as="h2" className={styles.heading}>
            算一个例子
          </Box>
          <Box as="p" className={styles.detail}>
            {exampleLead}
          </Box>
          {(example ?? ['上面填好后，这里会算出结果']).map((words) => (
            <Box as="p" key={words}>
              {words}
            </Box>
          ))}
        </Box>
        <Box className={styles.submit}>
          <Button kind="primary" isSubmit isBusy={save.isBusy}>
            保存
          </Button>
        </Box>
      </Form>
      <RuleVersions districtCode={settings.districtCode} now={now} />
      {isAsking && (
        <Dialog
          title="按新规则算吗？"
          confirmWord="保存"
          isBusy={save.isBusy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          没有定稿的月份，得分和名次马上按新规则算；定稿的月份不变。
        </Dialog>
      )}
    </>
  )
}
