import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { Select } from '@/components/select/select'
import { ErrorState, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

interface AddDepartmentProps {
  districtCode: string
  known: ReadonlySet<string>
  onAdded: () => void
}

/** One of the district's own units becomes a department. */
export function AddDepartment({ districtCode, known, onAdded }: AddDepartmentProps) {
  const [code, setCode] = useState<string>()
  const [isChecked, setChecked] = useState(false)
  const units = useRemote('orgs.list', { query: { parent: districtCode, level: 'unit', limit: 100 } })
  const add = useAct('departments.add')
  if (units.problem && !units.data) return <ErrorState problem={units.problem} onRetry={units.reload} />
  const free = (units.data?.items ?? []).filter((unit) => unit.validUntil === null && !known.has(unit.code))

  async function submit() {
    setChecked(true)
    if (code === undefined) return focusField('unit')
    // Nothing is the answer of what went well.
    const answer: unknown = await add.act({ params: { code } })
    if (answer === undefined) return
    setCode(undefined)
    setChecked(false)
    say('已加进名单，街道可以吹哨请它')
    onAdded()
  }

  if (units.data && free.length === 0) {
    return (
      <Box as="p" className={styles.detail}>
        区里的单位都在名单里了。新的单位先导入组织表，再来这里加。
      </Box>
    )
  }
  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={add.problem} />
      <Select
        id="unit"
        label="把哪个单位加进名单"
        placeholder="选择区里的单位"
        options={free.map((unit) => ({ value: unit.code, word: unit.name }))}
        value={code}
        error={isChecked && code === undefined ? '请选择一个单位' : undefined}
        onChange={setCode}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={add.isBusy}>
        加进名单
      </Button>
    </Form>
  )
}
