import { useState } from 'react'
import type { Order, ServiceItemSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { ConsentDialog } from '@/components/consent-dialog/consent-dialog'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { usePhotos } from '@/hooks/use-photos'
import { useSession } from '@/hooks/use-session'
import { focusField } from '@/platform/focus'
import { BehalfFields } from './behalf-fields'
import { CarriedTitle } from './carried-title'
import { ChoiceFields, KindField } from './choice-fields'
import { ChosenItem, chosenItemId } from './chosen-item'
import { ContactFields } from './contact-fields'
import { emptyDraft, toBody } from './draft'
import { firstWrong, missingIn, placeErrors, type FieldErrors, type FieldId } from './field-errors'
import type { FieldsProps } from './form-fields.types'
import { FoundLine } from './found-line'
import { HintsBox } from './hints-box'
import { PlaceFields } from './place/place-fields'
import { rememberContact } from './last-contact'
import { rememberPerson } from './remembered-people'
import { useChosenItem } from './use-chosen-item'
import { useDraft } from './use-draft'
import { useTypingHints } from './use-typing-hints'
import styles from './index.module.scss'

interface OrderFormProps {
  kind: string | undefined
  serviceItemId: string | undefined
  /** Words to begin with. */
  title: string | undefined
  onPlaced: (order: Order) => void
}

const examples = { issue: '例如：3 号楼 2 单元楼道灯不亮', other: '一句话说明是什么事' }

export function OrderForm({ kind, serviceItemId, title: carried, onPlaced }: OrderFormProps) {
  const { draft, change, clear } = useDraft({ kind, serviceItemId, title: carried })
  const session = useSession()
  const hints = useTypingHints(draft)
  const item = useChosenItem({ draft, change })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [isAsking, setAsking] = useState(false)
  const photos = usePhotos(`place:${serviceItemId ?? ''}`)
  const place = useAct('orders.place', (problem) => {
    if (problem.code === 'consent_needed') return setAsking(true)
    photos.tray.refuse(problem.fields)
    show(placeErrors(problem.fields).errors)
  })

  function show(found: FieldErrors): FieldId | undefined {
    setErrors(found)
    const first = firstWrong(found)
    // The message has to stand beside the field before the focus reads it out.
    if (first) setTimeout(() => focusField(first), 0)
    return first
  }

  async function submit() {
    if (show(missingIn(draft))) return
    if (!photos.isReady()) return focusField('new-order-photos')
    await send()
  }

  function sendAgreed() {
    setAsking(false)
    void send()
  }

  async function send() {
    const order = await place.act({ body: { ...toBody(draft), ...photos.body() } })
    if (!order) return
    if (session) rememberContact(session, draft)
    if (session && draft.isOnBehalf) rememberPerson(session, draft)
    discard()
    onPlaced(order)
  }

  function discard() {
    photos.tray.clear()
    clear()
  }

  function choose(item: ServiceItemSummary) {
    change({ serviceItemId: item.id, kind: item.kind, ownKind: draft.kind })
    setTimeout(() => focusField(chosenItemId), 0)
  }

  function undo() {
    change({ serviceItemId: '', kind: draft.ownKind || emptyDraft.kind, ownKind: '' })
    setTimeout(() => focusField('title'), 0)
  }

  const fields: FieldsProps = { draft, change, errors }
  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={isAsking ? undefined : place.problem} />
      {draft.serviceItemId !== '' && (
        <ChosenItem itemId={draft.serviceItemId} item={item} onUndo={draft.ownKind === '' ? undefined : undo} />
      )}
      <CarriedTitle carried={carried} title={draft.title} onTake={(title) => change({ title })} />
      <Field
        id="title"
        label="什么事"
        placeholder={draft.kind === 'issue' ? examples.issue : examples.other}
        value={draft.title}
        maxLength={80}
        error={errors.title}
        onChange={(title) => change({ title })}
        isRequired
      />
      <FoundLine hints={hints} />
      <TextArea
        id="content"
        label="说说情况"
        placeholder="什么时候开始的，影响到谁，希望怎么办"
        value={draft.content}
        maxLength={5000}
        error={errors.content}
        onChange={(content) => change({ content })}
        isRequired
      />
      {draft.serviceItemId === '' && <KindField {...fields} />}
      <PhotoPicker id="new-order-photos" photos={photos} hint="拍清楚地方和情况，办得更快。只有办这件事的人能看到" />
      <CommunityPicker
        id="new-order"
        value={draft.communityCode || undefined}
        error={errors['new-order-community']}
        onChange={(communityCode) => change({ communityCode })}
      />
      <PlaceFields {...fields} />
      <HintsBox hints={hints} onChoose={choose} onDiscard={discard} />
      <ContactFields {...fields} />
      <BehalfFields {...fields} />
      <ChoiceFields {...fields} />
      <Button kind="primary" isSubmit isBusy={place.isBusy}>
        提交
      </Button>
      <Box as="p" className={styles.note}>
        姓名、电话和地址只有正在办这件事的人能看到。
      </Box>
      {isAsking && <ConsentDialog onAgreed={sendAgreed} onRefused={() => setAsking(false)} />}
    </Form>
  )
}
