import type { Order, OrderActivity } from '@xinban/shared/contracts'
import { sayTime, signupStateWords } from '@xinban/shared/domain'
import { useRemote } from '@/hooks/use-remote'
import { Box } from '../box/box'
import { Cell, List } from '../cell/cell'
import { ErrorState } from '../states/states'
import styles from './order-view.module.scss'

/** Who comes along: the dates for which the team called, and everyone who signed up. */
export function OrderVolunteers({ order, now }: { order: Order; now: Date }) {
  const isCalled = order.events.some(({ action }) => action === 'call-volunteers')
  const { data, problem, reload } = useRemote('orders.volunteers', isCalled ? { params: { id: order.id } } : null)
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />
  if (!data || data.items.length === 0) return null
  return (
    <Box className={styles.links}>
      <List label="志愿者">
        {data.items.map((item) => (
          <Cell
            key={item.activity.id}
            label={`${sayTime(new Date(item.activity.startsAt), now)} ${item.activity.place}`}
            detail={tellPeople(item)}
            value={item.activity.isCancelled ? '已取消' : `${item.activity.taken} / ${item.activity.capacity} 人`}
            to="activity"
            query={{ id: item.activity.id }}
          />
        ))}
      </List>
    </Box>
  )
}

function tellPeople({ activity, people }: OrderActivity): string {
  if (activity.isCancelled && activity.cancelNote !== null) return activity.cancelNote
  if (people.length === 0) return '还没有人报名'
  return people.map(({ name, state }) => `${name ?? '队员'}（${signupStateWords[state]}）`).join('、')
}
