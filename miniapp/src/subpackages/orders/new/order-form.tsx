import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { BehalfFields } from './behalf-fields'
import { ChoiceFields, KindField } from './choice-fields'
import { ContactFields } from './contact-fields'
import { toBody } from './draft'
import { firstWrong, missingIn, placeErrors, type FieldErrors, type FieldId } from './field-errors'
import type { FieldsProps } from './form-fields.types'
import { PlaceFields } from './place/place-fields'
import { useDraft } from './use-draft'
import styles from './index.module.scss'

interface OrderFormProps {
  kind: string | undefined
  serviceItemId: string | undefined
  onPlaced: (order: Order) => void
}

const examples = { issue: '例如：3 号楼 2 单元楼道灯不亮', other: '一句话说明是什么事' }

export function OrderForm({ kind, serviceItemId, onPlaced }: OrderFormProps) {
  const { draft, change, clear } = useDraft({ kind, serviceItemId })
  const [errors, setErrors] = useState<FieldErrors>({})
  const item = useRemote('service-items.show', serviceItemId ? { params: { id: serviceItemId }, query: {} } : null).data
  const place = useAct('orders.place', (problem) => show(placeErrors(problem.fields).errors))

  function show(found: FieldErrors): FieldId | undefined {
    setErrors(found)
    const first = firstWrong(found)
    // The message has to stand beside the field before the focus reads it out.
    if (first) setTimeout(() => focusField(first), 0)
    return first
  }

  async function submit() {
    if (show(missingIn(draft))) return
    const order = await place.act({ body: toBody(draft) })
    if (!order) return
    clear()
    onPlaced(order)
  }

  const fields: FieldsProps = { draft, change, errors }
  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={place.problem} />
      {item ? (
        <Box as="p" className={styles.item}>
          点的服务：{item.name}
        </Box>
      ) : (
        <KindField {...fields} />
      )}
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
      <CommunityPicker
        id="new-order"
        value={draft.communityCode || undefined}
        error={errors['new-order-community']}
        onChange={(communityCode) => change({ communityCode })}
      />
      <PlaceFields {...fields} />
      <ContactFields {...fields} />
      <BehalfFields {...fields} />
      <ChoiceFields {...fields} />
      <Button kind="primary" isSubmit isBusy={place.isBusy}>
        提交
      </Button>
      <Box as="p" className={styles.note}>
        姓名、电话和地址只有正在办这件事的人能看到。
      </Box>
    </Form>
  )
}
