import type { Order } from '@xinban/shared/contracts'
import { disputeDecisions, disputeDecisionWords, type DisputeDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { fileUrl } from '@/platform/file-url'
import { namePhoto } from '@/words/event-story'
import { useOrderAct, useStaleOrder } from '../use-order-act'
import { DecisionForm } from './decision-form'
import { useDecision } from './use-decision'
import styles from '../index.module.scss'

const options = disputeDecisions.map((value) => ({ value, word: disputeDecisionWords[value] }))

export function ResolveDisputeForm({ order }: { order: Order }) {
  const draft = useDecision<DisputeDecision>(true)
  const { send, ...act } = useOrderAct('orders.resolve-dispute', order, '已决定')
  return (
    <DecisionForm
      {...{ draft, act, options }}
      asked={<Disputed order={order} />}
      noteFor="怎么核实的，为什么这样定；居民和社区都能看到"
      onDecide={(decision) => void send({ decision, note: draft.note })}
    />
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
