import { useState } from 'react'
import type { Answer, Hall, Schedule } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { NumberFields } from '@/components/number-fields/number-fields'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { policyFields } from '@/words/booking-rules'
import { Affected } from './affected'
import { draftOf, readDraft, type Draft } from './draft'
import { ItemRulesFields } from './item-rules-fields'
import { Overrides } from './overrides'
import { WeekFields } from './week-fields'
import styles from './index.module.scss'

interface EditorProps {
  hall: Hall
  saved: Answer<'halls.schedule'>
  onSaved: () => void
}

/** Nothing is saved before its editor has seen whom it touches. */
export function Editor({ hall, saved, onSaved }: EditorProps) {
  const [draft, setDraft] = useState(() => draftOf(saved))
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [seen, setSeen] = useState<{ schedule: Schedule; affected: Answer<'halls.preview-schedule'>['affected'] }>()
  const preview = useAct('halls.preview-schedule')
  const save = useAct('halls.save-schedule')
  const params = { id: hall.id }

  function change(part: Partial<Draft>) {
    setDraft((before) => ({ ...before, ...part }))
    setSeen(undefined)
  }

  async function look() {
    const read = readDraft(draft, saved.defaults)
    setWrong(read.isSound ? {} : read.wrong)
    if (!read.isSound) return focusField(Object.keys(read.wrong)[0] ?? 'week-1')
    const answer = await preview.act({ params, body: read.schedule })
    if (answer) setSeen({ schedule: read.schedule, affected: answer.affected })
  }

  async function keep() {
    if (!seen) return
    const body = { ...seen.schedule, affected: seen.affected.length }
    const kept = await save.act({ params, body, version: saved.version })
    if (!kept) return setSeen(undefined)
    say(seen.affected.length === 0 ? '已保存' : `已保存，通知了 ${seen.affected.length} 个人`)
    onSaved()
  }

  return (
    <Form onSubmit={() => void look()}>
      <WeekFields week={draft.week} errors={wrong} onChange={(week) => change({ week })} />
      <Overrides overrides={draft.overrides} onChange={(overrides) => change({ overrides })} />
      <ItemRulesFields
        hall={hall}
        names={saved.itemNames}
        defaults={saved.defaults}
        items={draft.items}
        errors={wrong}
        onChange={(items) => change({ items })}
      />
      <Box as="section" className={styles.card}>
        <Box as="h2" className={styles.heading}>
          预约的规矩
        </Box>
        <Box as="p" className={styles.quiet}>
          空着的照区里的规定：区里改了，这里跟着改。写了数的，只管这个大厅。
        </Box>
        <NumberFields
          id="policy"
          fields={policyFields}
          values={draft.policy}
          followed={saved.defaults}
          errors={wrong}
          onChange={(policy) => change({ policy })}
        />
      </Box>
      <ProblemNote problem={preview.problem ?? save.problem} />
      {seen ? (
        <Affected affected={seen.affected} isBusy={save.isBusy} onSave={() => void keep()} />
      ) : (
        <Button kind="primary" isSubmit isBusy={preview.isBusy}>
          看看影响谁，再保存
        </Button>
      )}
    </Form>
  )
}
