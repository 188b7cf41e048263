import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Checkbox } from '@/components/checkbox/checkbox'
import { Form } from '@/components/form/form'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { ProblemNote } from '@/components/states/states'
import { usePhotos } from '@/hooks/use-photos'
import { focusField } from '@/platform/focus'
import { NoteField } from '../templates/note-field'
import { SubmitBar } from './submit-bar'
import { RatingNote } from './trouble/rating-note'
import { useOrderAct } from './use-order-act'

interface NoteFormProps {
  order: Order
  action: 'progress' | 'fulfil' | 'rework' | 'rectify'
  label: string
  placeholder: string
  /** What to say when nothing was written. */
  missing: string
  submitWord: string
  done: string
  maxLength: number
  /** Undefined where the action takes none. */
  photos?: 'camera-first' | 'any'
}

/** The actions that carry words, and pictures at most. */
function NoteForm(props: NoteFormProps) {
  const { order, action, label, placeholder, missing, submitWord, done, maxLength } = props
  const route = `orders.${action}` as const
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const photos = usePhotos(`${route}:${order.id}`)
  const [isAgreed, setAgreed] = useState(false)
  const [isUnagreed, setUnagreed] = useState(false)
  // Pictures of a wish are kept only when whoever it was for agreed.
  const needsWord = action === 'fulfil' && (order.kind === 'wish' || order.wish?.state === 'claimed')
  const { send, isBusy, problem, errorOf } = useOrderAct(route, order, done, ({ fields }) => photos.tray.refuse(fields))
  const picker = `${route.replace('.', '-')}-photos`

  async function submit() {
    const isEmpty = note.trim() === ''
    setMissing(isEmpty)
    if (isEmpty) return focusField('note')
    if (!photos.isReady()) return focusField(picker)
    const body = photos.body()
    const hasPhotos = (body.attachments?.length ?? 0) > 0
    if (needsWord && hasPhotos && !isAgreed) {
      setUnagreed(true)
      return focusField('photo-consent')
    }
    const agreed = needsWord && hasPhotos ? { photoConsent: true as const } : {}
    if (await send({ note, ...body, ...agreed })) photos.tray.clear()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      {props.photos && <PhotoPicker id={picker} photos={photos} isCameraFirst={props.photos === 'camera-first'} />}
      {needsWord && (
        <Checkbox
          id="photo-consent"
          label="本人同意拍照留存"
          isChecked={isAgreed}
          onChange={setAgreed}
          error={isUnagreed && !isAgreed ? '附照片前，请先征得本人同意；没有同意，就不附照片' : errorOf('photoConsent')}
        />
      )}
      <NoteField
        id="note"
        purpose={action === 'rectify' ? 'fulfil' : action}
        label={label}
        placeholder={placeholder}
        value={note}
        maxLength={maxLength}
        rows={6}
        error={isMissing ? missing : errorOf('note')}
        onChange={setNote}
        isRequired
      />
      <SubmitBar word={submitWord} isBusy={isBusy} />
    </Form>
  )
}

const longest = 10_000

export function ProgressForm({ order }: { order: Order }) {
  return (
    <NoteForm
      order={order}
      action="progress"
      label="办到哪一步了"
      placeholder="例如：已联系电工，明天上午上门"
      missing="请写一句办到哪一步了，居民能看到"
      submitWord="记下进展"
      done="已记下"
      maxLength={longest}
      photos="any"
    />
  )
}

export function FulfilForm({ order }: { order: Order }) {
  return (
    <NoteForm
      order={order}
      action="fulfil"
      label="办得怎么样"
      placeholder="例如：灯已换好，试过能亮"
      missing="请写明办理结果，居民会据此评价"
      submitWord="办结"
      done="已办结，等居民评价"
      maxLength={longest}
      photos="camera-first"
    />
  )
}

export function ReworkForm({ order }: { order: Order }) {
  return (
    <NoteForm
      order={order}
      action="rework"
      label="哪里要返工"
      placeholder="写明问题和要求，社区照着改"
      missing="请写明哪里要返工"
      submitWord="要求返工"
      done="已退回社区返工"
      maxLength={2000}
    />
  )
}

export function RectifyForm({ order }: { order: Order }) {
  return (
    <>
      <RatingNote order={order} isCallbackTold />
      <NoteForm
        order={order}
        action="rectify"
        label="怎么整改的"
        placeholder="写明查到的原因、重新做了什么、现在怎么样"
        missing="请写明怎么整改的，居民会据此再评一次"
        submitWord="整改完成"
        done="已记下整改，等居民追评"
        maxLength={longest}
        photos="camera-first"
      />
    </>
  )
}
