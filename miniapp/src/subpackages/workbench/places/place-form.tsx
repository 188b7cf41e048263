import { useState } from 'react'
import { placeKinds, placeKindWords, type PlaceKind, type Point } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { useLocate } from '@/hooks/use-locate'
import { focusField } from '@/platform/focus'
import type { ApiProblem } from '@/platform/problem'
import { isRough } from '@/words/places'
import styles from './index.module.scss'

export interface PlaceValues {
  name: string
  kind: PlaceKind
  point: Point | null
}

interface PlaceFormProps {
  /** Ids of the fields begin with it; several forms may stand on the page. */
  id: string
  initial: PlaceValues
  isBusy: boolean
  problem: ApiProblem | undefined
  onSubmit: (values: PlaceValues) => void
  onCancel: () => void
}

const kinds = placeKinds.map((kind) => ({ value: kind, word: placeKindWords[kind] }))
const isKind = (value: string): value is PlaceKind => (placeKinds as readonly string[]).includes(value)

export function PlaceForm({ id, initial, isBusy, problem, onSubmit, onCancel }: PlaceFormProps) {
  const [values, setValues] = useState(initial)
  const [isMissing, setMissing] = useState(false)
  const [accuracy, setAccuracy] = useState<number | null>(null)
  const location = useLocate()
  const change = (part: Partial<PlaceValues>) => setValues((before) => ({ ...before, ...part }))

  async function locate() {
    const position = await location.find()
    if (!position) return
    setAccuracy(position.accuracyMetres)
    change({ point: position.point })
  }

  function submit() {
    setMissing(values.name.trim() === '')
    if (values.name.trim() === '') focusField(`${id}-name`)
    else onSubmit(values)
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Field
        id={`${id}-name`}
        label="叫什么"
        placeholder="居民怎么叫就怎么写，例如：梧桐院"
        value={values.name}
        maxLength={40}
        error={isMissing ? '请填写地点的名字' : problem?.fields.name}
        onChange={(name) => change({ name })}
        isRequired
      />
      <Select
        id={`${id}-kind`}
        label="哪一类"
        options={kinds}
        value={values.kind}
        placeholder="请选择"
        onChange={(kind) => isKind(kind) && change({ kind })}
        isRequired
      />
      <Box className={styles.position}>
        <Box as="p" className={styles.positionWords} role="status">
          {values.point ? '已有位置' : '还没有位置：站到那里，再点下面的按钮'}
          {isRough(accuracy) && `（不太准，可能差 ${Math.round(accuracy ?? 0)} 米，换个空旷处再试）`}
        </Box>
        <Box className={styles.buttons}>
          <Button size="small" isBusy={location.isBusy} onPress={() => void locate()}>
            {values.point ? '用我现在站的位置换' : '用我现在站的位置'}
          </Button>
          {values.point && (
            <Button size="small" kind="plain" onPress={() => change({ point: null })}>
              不要位置
            </Button>
          )}
        </Box>
        {location.refusal !== undefined && (
          <Box as="p" className={styles.refusal} role="alert">
            {location.refusal}
          </Box>
        )}
      </Box>
      <Box className={styles.buttons}>
        <Button kind="primary" size="small" isSubmit isBusy={isBusy}>
          保存
        </Button>
        <Button size="small" isDisabled={isBusy} onPress={onCancel}>
          先不了
        </Button>
      </Box>
    </Form>
  )
}
