import { useState } from 'react'
import type { Membership, Unit } from '@xinban/shared/contracts'
import {
  unitKinds,
  unitKindWords,
  wishCategories,
  wishCategoryWords,
  type UnitKind,
  type WishCategory,
} from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Checkbox } from '@/components/checkbox/checkbox'
import { Chips } from '@/components/chips/chips'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import styles from '../wishes.module.scss'

const kinds = unitKinds.map((value) => ({ value, word: unitKindWords[value] }))
const categories = wishCategories.map((value) => ({ value, word: wishCategoryWords[value] }))
const tagsOf = (words: string): string[] => words.split(/[、，,\s]+/).filter((word) => word !== '')
const toggled = <Value,>(values: readonly Value[], value: Value): Value[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value]

interface UnitFormProps {
  /** The street or district that registers. */
  by: Membership
  /** Undefined: a new one. */
  unit?: Unit | undefined
  onDone: (unit: Unit) => void
  onCancel: () => void
}

/** What a unit is, what it can do, and where. */
export function UnitForm({ by, unit, onDone, onCancel }: UnitFormProps) {
  const [name, setName] = useState(unit?.name ?? '')
  const [kind, setKind] = useState<UnitKind>(unit?.kind ?? 'volunteers')
  const [chosen, setChosen] = useState<readonly WishCategory[]>(unit?.categories ?? [])
  const [tags, setTags] = useState((unit?.tags ?? []).join('、'))
  const [areaCodes, setAreaCodes] = useState<readonly string[]>((unit?.areas ?? []).map(({ code }) => code))
  const [isActive, setActive] = useState(unit?.isActive ?? true)
  const [hasTried, setTried] = useState(false)
  const register = useAct('units.register')
  const update = useAct('units.update')
  const parent = unit?.parent ?? by.org
  const { data: below } = useRemote('orgs.list', { query: { parent: parent.code, limit: 100 } })
  const areas = (below?.items ?? []).filter(({ level }) => level === 'street' || level === 'community')
  const problem = register.problem ?? update.problem

  async function submit() {
    setTried(true)
    if (name.trim() === '') return focusField('unit-name')
    if (chosen.length === 0) return
    const body = { name, kind, categories: [...chosen], tags: tagsOf(tags), areaCodes: [...areaCodes] }
    const saved = unit
      ? await update.act({ params: { code: unit.code }, body: { ...body, isActive }, version: unit.version })
      : await register.act({ body: { ...body, parentCode: parent.code } })
    if (!saved) return
    say(unit ? '已存好' : '已登记')
    onDone(saved)
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box className={styles.form}>
        <ProblemNote problem={problem} />
        <Field
          id="unit-name"
          label="单位名称"
          value={name}
          maxLength={40}
          error={problem?.fields.name ?? (hasTried && name.trim() === '' ? '请写单位或志愿队的名称' : undefined)}
          onChange={setName}
          isRequired
        />
        <Select
          id="unit-kind"
          label="是什么单位"
          placeholder="请选择"
          options={kinds}
          value={kind}
          onChange={(next) => setKind(unitKinds.find((known) => known === next) ?? 'volunteers')}
        />
        <Box as="p" className={styles.lead}>
          能做什么（能力清单）
        </Box>
        <Chips
          label="能力清单"
          options={categories}
          chosen={chosen}
          onToggle={(value) => setChosen(toggled(chosen, value))}
        />
        {hasTried && chosen.length === 0 && (
          <Box as="p" role="alert" className={styles.quiet}>
            请至少选一样能做的
          </Box>
        )}
        <Field
          id="unit-tags"
          label="具体说说"
          value={tags}
          maxLength={100}
          hint="用顿号分开，例如：上门理发、修锁"
          error={problem?.fields.tags}
          onChange={setTags}
        />
        {areas.length > 0 && (
          <>
            <Box as="p" className={styles.lead}>
              服务哪里（不选，就是{parent.name}全部）
            </Box>
            <Chips
              label="服务范围"
              options={areas.map(({ code, name: word }) => ({ value: code, word }))}
              chosen={areaCodes}
              onToggle={(value) => setAreaCodes(toggled(areaCodes, value))}
            />
          </>
        )}
        {unit && <Checkbox id="unit-active" label="可以认领心愿" isChecked={isActive} onChange={setActive} />}
        <Box className={styles.actions}>
          <Button kind="primary" isSubmit isBusy={register.isBusy || update.isBusy}>
            {unit ? '保存' : '登记'}
          </Button>
          <Button onPress={onCancel}>取消</Button>
        </Box>
      </Box>
    </Form>
  )
}
