import { useState } from 'react'
import type { BookingDefaultSettings, PreviewedDefaults } from '@xinban/shared/contracts'
import { horizonKinds, sayTime, type BookingDefaults } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { NumberFields } from '@/components/number-fields/number-fields'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { horizonWords, policyFields, sharedRuleFields } from '@/words/booking-rules'
import { followerHints, formId, formOf, readForm, type DefaultsForm } from './defaults-form'
import { DefaultVersions } from '../version-lists'
import { Reach } from './reach'
import styles from '../settings.module.scss'

interface DefaultsEditorProps {
  settings: BookingDefaultSettings
  now: Date
  onSaved: () => void
}

const horizons = horizonKinds.map((value) => ({ value, word: horizonWords[value] }))

/** Nothing is saved before it is seen how many halls it reaches and whose booking it touches. */
export function DefaultsEditor({ settings, now, onSaved }: DefaultsEditorProps) {
  const [form, setForm] = useState(() => formOf(settings))
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [seen, setSeen] = useState<{ defaults: BookingDefaults; reach: PreviewedDefaults }>()
  const preview = useAct('booking-defaults.preview')
  const save = useAct('booking-defaults.save', () => setSeen(undefined))
  const { districtCode, version, since, by } = settings
  const hints = followerHints(settings)

  function change(part: Partial<DefaultsForm>) {
    setForm((before) => ({ ...before, ...part }))
    setSeen(undefined)
  }

  async function look() {
    const read = readForm(form)
    setWrong(read.wrong)
    const [first] = Object.keys(read.wrong)
    if (first !== undefined) return focusField(first)
    const reach = await preview.act({ body: { districtCode, defaults: read.defaults } })
    if (reach) setSeen({ defaults: read.defaults, reach })
  }

  async function keep() {
    if (!seen) return
    const { defaults, reach } = seen
    const body = { districtCode, defaults, affected: reach.affected }
    if (!(await save.act({ body, version }))) return
    say(reach.halls === 0 ? '已存好' : `已存好，${reach.halls} 个大厅跟着改了`)
    onSaved()
  }

  const problem = preview.problem ?? save.problem
  return (
    <>
      <Box as="p" className={styles.lead}>
        {since
          ? `第 ${version} 版，${sayTime(new Date(since), now)} 由${by ?? '区管理员'}设置。`
          : '还没有改过，现在用的是通用的规矩。'}
        大厅排班里空着的，都照这里；大厅自己写了数的，不受影响。
      </Box>
      <Form onSubmit={() => void look()}>
        <ProblemNote problem={problem} />
        {problem?.code === 'version_mismatch' && (
          <Button size="small" className={styles.gap} onPress={onSaved}>
            看同事改好的
          </Button>
        )}
        <Box as="section" className={styles.section}>
          <Box as="h2" className={styles.heading}>
            约多早、给现场留多少
          </Box>
          <NumberFields
            id={formId}
            fields={sharedRuleFields}
            values={form.rules}
            hints={hints}
            errors={wrong}
            onChange={(rules) => change({ rules })}
          />
          <Choice
            id="default-horizonKind"
            label="天数怎么算"
            options={horizons}
            value={form.horizonKind}
            onChange={(horizonKind) => change({ horizonKind })}
            isInline
          />
        </Box>
        <Box as="section" className={styles.section}>
          <Box as="h2" className={styles.heading}>
            签到、改期和每个人能约几次
          </Box>
          <NumberFields
            id={formId}
            fields={policyFields}
            values={form.policy}
            hints={hints}
            errors={wrong}
            onChange={(policy) => change({ policy })}
          />
        </Box>
        {seen ? (
          <Reach reach={seen.reach} now={now} isBusy={save.isBusy} onSave={() => void keep()} />
        ) : (
          <Box className={styles.submit}>
            <Button kind="primary" isSubmit isBusy={preview.isBusy}>
              看看影响谁，再保存
            </Button>
          </Box>
        )}
      </Form>
      <DefaultVersions districtCode={districtCode} now={now} />
    </>
  )
}
