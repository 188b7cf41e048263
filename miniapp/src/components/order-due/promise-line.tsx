import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { tellPromise } from '@/words/due-words'
import { Box } from '../box/box'
import styles from './order-due.module.scss'

/** By when it is done, to its owner; on its own page with the way out once that time has passed. */
export function PromiseLine({ order, now }: { order: OrderSummary | Order; now: Date }) {
  const promised = tellPromise(order, now)
  if (!promised) return null
  return (
    <Box as="p" className={promised.isBroken ? styles.broken : styles.promise}>
      {promised.isBroken && (
        <Box as="span" isHidden>
          ●{' '}
        </Box>
      )}
      {promised.words}
    </Box>
  )
}

/** What its owner can do meanwhile, and did: beside the number of the community. */
export function PromiseWayOut({ order, now }: { order: Order; now: Date }) {
  const urged = order.events.filter(({ action }) => action === 'urge').at(-1)
  const isBroken = tellPromise(order, now)?.isBroken === true
  if (!urged && !isBroken) return null
  const last = urged && sayTime(new Date(urged.at), now)
  return (
    <Box as="p" className={styles.wayOut}>
      {urged && `催过 ${order.urgeCount} 次，最近一次是${last}。`}
      {isBroken && (order.allowedActions.includes('urge') ? '可以催一催，或者给社区打电话。' : '也可以给社区打电话。')}
    </Box>
  )
}
