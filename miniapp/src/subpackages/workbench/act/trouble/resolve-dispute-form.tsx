import type { Order } from '@xinban/shared/contracts'
import { disputeDecisions, disputeDecisionWords, type DisputeDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { fileUrl } from '@/platform/file-url'
import { namePhoto } from '@/words/event-story'
import { useOrderAct, useStaleOrder } from '../use-order-act'
import { useDecision } from './use-decision'
import styles from '../index.module.scss'

const options = disputeDecisions.map((value) => ({ value, word: disputeDecisionWords[value] }))

export function ResolveDisputeForm({ order }: { order: Order }) {
  const draft = useDecision<DisputeDecision>(true)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.resolve-dispute', order, '已决定')

  function submit() {
    const decision = draft.check()
    if (decision) void send({ decision, note: draft.note })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Disputed order={order} />
      <Choice
        id="decision"
        label="怎么决定"
        options={options}
        value={draft.decision}
        error={draft.errors.decision ?? errorOf('decision')}
        onChange={draft.setDecision}
      />
      <TextArea
        id="note"
        label="说明"
        placeholder="怎么核实的，为什么这样定；居民和社区都能看到"
        value={draft.note}
        maxLength={2000}
        error={draft.errors.note ?? errorOf('note')}
        onChange={draft.setNote}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        确定
      </Button>
    </Form>
  )
}

/** What its owner says is not done, with their pictures of it. */
function Disputed({ order: { events } }: { order: Order }) {
  const onStale = useStaleOrder()
  const dispute = events.filter(({ action }) => action === 'dispute').at(-1)
  if (!dispute) return null
  const photos = dispute.attachments.map(({ id, url, thumbnailUrl }, index) => ({
    id,
    url: fileUrl(url),
    thumbnailUrl: fileUrl(thumbnailUrl),
    alt: namePhoto(dispute, index),
  }))
  return (
    <Box className={styles.asked}>
      <Box as="p" className={styles.line}>
        居民说：{dispute.note}
      </Box>
      {photos.length > 0 && <PhotoGallery photos={photos} onStale={onStale} />}
    </Box>
  )
}
