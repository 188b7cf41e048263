import { useState } from 'react'
import type { Order, OrgRef } from '@xinban/shared/contracts'
import { whistleKinds, whistleKindWords, type Point, type WhistleKind } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { FieldGroup } from '@/components/field-group/field-group'
import { Form } from '@/components/form/form'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useLocate } from '@/hooks/use-locate'
import { usePhotos } from '@/hooks/use-photos'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { replace } from '@/platform/navigation'
import { missingIn, type Draft } from './draft'
import styles from './index.module.scss'

interface BlowFormProps {
  membershipId: string
  departments: readonly OrgRef[]
  /** The order that it is about. */
  about: Order | undefined
}

const kinds = whistleKinds.map((value) => ({
  ...{ value, word: whistleKindWords[value] },
  detail: value === 'push' ? '要几家一起推进' : '难啃的硬骨头，到场的时限长一些',
}))
/** What departments may read of an order is its title and place, which the street looks over before it blows. */
const draftAbout = (order: Order | undefined): Draft => ({
  ...{ kind: 'push', title: order?.title ?? '', content: '', place: order?.place ?? '', departmentCodes: [] },
})

export function BlowForm({ membershipId, departments, about }: BlowFormProps) {
  const orderId = about?.id
  const [draft, setDraft] = useState(() => draftAbout(about))
  const [hasTried, setTried] = useState(false)
  const photos = usePhotos(`blow:${orderId ?? ''}`)
  const { act, isBusy, problem } = useAct('whistles.blow', ({ fields }) => photos.tray.refuse(fields))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const missing = missingIn(draft)
  const errorOf = (field: keyof Draft) => (hasTried ? missing.find(([name]) => name === field)?.[1] : undefined)
  const chosen = departments.filter(({ code }) => draft.departmentCodes.includes(code))

  const toggle = (code: string) =>
    change({
      departmentCodes: draft.departmentCodes.includes(code)
        ? draft.departmentCodes.filter((other) => other !== code)
        : [...draft.departmentCodes, code],
      ...(draft.leadCode === code && { leadCode: undefined }),
    })

  async function submit() {
    setTried(true)
    const [first] = missing
    if (first) return focusField(first[0])
    if (!photos.isReady()) return
    const { leadCode, point, departmentCodes, ...words } = draft
    const whistle = await act({
      body: {
        ...{ ...words, membershipId, departmentCodes: [...departmentCodes] },
        ...(leadCode !== undefined && { leadCode }),
        ...(point && { point }),
        ...(orderId !== undefined && { orderId }),
        ...photos.body(),
      },
    })
    if (!whistle) return
    photos.tray.clear()
    say('已吹哨，等部门签收')
    replace('whistle', { id: whistle.id })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      {about && (
        <Box as="p" className={styles.hint}>
          关联单子 {about.no}。标题和地点从单子带来，部门会看到，请先去掉居民的姓名、门牌和电话。
        </Box>
      )}
      <Choice<WhistleKind>
        id="kind"
        label="哪一种哨"
        options={kinds}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <Field
        id="title"
        label="什么事"
        value={draft.title}
        maxLength={80}
        placeholder="比如：老旧楼院外墙瓷砖脱落"
        error={errorOf('title')}
        onChange={(title) => change({ title })}
        isRequired
      />
      <TextArea
        id="content"
        label="要部门做什么"
        value={draft.content}
        maxLength={2000}
        placeholder="现在什么情况，请谁来做什么。不写居民的姓名和电话"
        error={errorOf('content')}
        onChange={(content) => change({ content })}
        isRequired
      />
      <Field
        id="place"
        label="地点"
        value={draft.place}
        maxLength={100}
        placeholder="部门照着能找到"
        error={errorOf('place')}
        onChange={(place) => change({ place })}
        isRequired
      />
      <MarkPlace point={draft.point} onMark={(point) => change({ point })} />
      <FieldGroup id="departmentCodes" label="请哪些部门" error={errorOf('departmentCodes')}>
        <Chips
          label="请哪些部门"
          options={departments.map(({ code, name }) => ({ value: code, word: name }))}
          chosen={draft.departmentCodes}
          onToggle={toggle}
        />
      </FieldGroup>
      {chosen.length > 1 && (
        <Select
          id="leadCode"
          label="由谁牵头"
          placeholder="选择牵头部门"
          options={chosen.map(({ code, name }) => ({ value: code, word: name }))}
          value={draft.leadCode}
          error={errorOf('leadCode')}
          onChange={(leadCode) => change({ leadCode })}
          isRequired
        />
      )}
      <PhotoPicker id="attachments" photos={photos} />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        吹哨
      </Button>
    </Form>
  )
}

/** Where the person stands is the place, when they say so: departments can then report in by position. */
function MarkPlace({ point, onMark }: { point: Point | undefined; onMark: (point: Point) => void }) {
  const { find, isBusy, refusal } = useLocate()
  async function mark() {
    const position = await find()
    if (position) onMark(position.point)
  }
  return (
    <Box className={styles.mark}>
      <Button size="small" isBusy={isBusy} onPress={() => void mark()}>
        {point ? '重新标出这里' : '我就在现场，标出这里'}
      </Button>
      <Box as="p" className={styles.hint} role={refusal === undefined ? undefined : 'alert'}>
        {refusal ?? (point ? '已标出，部门到场可以用手机定位报到' : '不标也可以：部门凭现场的到场码报到')}
      </Box>
    </Box>
  )
}
