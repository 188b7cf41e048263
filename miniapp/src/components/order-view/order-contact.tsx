import { useState } from 'react'
import type { Order, OrderContact } from '@xinban/shared/contracts'
import { useAct } from '@/hooks/use-act'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { MapLink } from '../map-link/map-link'
import { Phone } from '../phone/phone'
import { ProblemNote } from '../states/states'
import { ContactReason } from './contact-reason'
import { Fact } from './fact'
import styles from './order-view.module.scss'

/**
 * How to reach the person, for those whom the server lets see it: by one tap, or after a reason. Held by this page
 * alone and gone with it; nothing of it is kept on the device.
 */
export function OrderContactCard({ order }: { order: Order }) {
  const [contact, setContact] = useState<OrderContact>()
  const [isAsking, setAsking] = useState(false)
  const view = useAct('orders.view-contact')
  const needsReason = order.contactAccess === 'with_reason'

  async function look(reason?: string) {
    const seen = await view.act({ params: { id: order.id }, body: reason === undefined ? {} : { reason } })
    if (seen) setContact(seen)
  }

  if (order.contactAccess === 'none') return null
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        联系方式
      </Box>
      {contact && (
        // Whoever is shown it on the page already needs no second map.
        <SeenContact contact={order.point ? { ...contact, point: null } : contact} pin={order.place ?? order.title} />
      )}
      {!contact && !order.contact && !order.onBehalfOf && (
        <Box as="p" className={styles.plain}>
          点单的人没有留联系方式。
        </Box>
      )}
      {!contact && (order.contact ?? order.onBehalfOf) && (
        <>
          <MaskedContact order={order} />
          {!view.problem?.fields.reason && <ProblemNote problem={view.problem} />}
          {isAsking ? (
            <ContactReason
              id={`reason-${order.id}`}
              isBusy={view.isBusy}
              error={view.problem?.fields.reason}
              onSubmit={(reason) => void look(reason)}
            />
          ) : (
            <Button isBusy={view.isBusy} onPress={() => (needsReason ? setAsking(true) : void look())}>
              看联系方式
            </Button>
          )}
          <Box as="p" className={styles.quiet}>
            {needsReason
              ? '看之前要写理由。谁看的、什么时候、为什么，都会记下来。'
              : '你办这个单才能看。每看一次都会记下来。'}
          </Box>
        </>
      )}
    </Box>
  )
}

function MaskedContact({ order: { contact } }: { order: Order }) {
  if (!contact) return null
  return (
    <Box as="dl" className={styles.masked}>
      <Fact name="联系人">{[contact.name, contact.phone].filter(Boolean).join(' ')}</Fact>
      <Fact name="住址">{contact.address}</Fact>
    </Box>
  )
}

function SeenContact({ contact, pin }: { contact: OrderContact; pin: string }) {
  const { name, phone, address, point, onBehalfOf } = contact
  return (
    <Box role="status">
      <Box as="dl" className={styles.facts}>
        <Fact name="联系人">{name}</Fact>
        <Fact name="电话">{phone !== null && <Phone number={phone} />}</Fact>
        <Fact name="住址">{address}</Fact>
        <Fact name="位置">{point && <MapLink point={point} name={pin} />}</Fact>
        <Fact name="替谁点的">{onBehalfOf && `${onBehalfOf.name}（${onBehalfOf.relation}代点）`}</Fact>
        <Fact name="对方电话">{onBehalfOf?.phone && <Phone number={onBehalfOf.phone} />}</Fact>
      </Box>
      <Box as="p" className={styles.quiet}>
        点号码就能拨打。这次查看已记下。
      </Box>
    </Box>
  )
}
