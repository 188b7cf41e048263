import { useState } from 'react'
import type { Answer, Hall, HallItem } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { replace, usePageQuery } from '@/platform/navigation'
import { BookingForm } from './booking-form'
import { ChooseItem } from './choose-item'
import { ChooseTime } from './choose-time'

/** An item → a day → a time, which is kept for a few minutes → for whom → booked. With `move` another time for a booking. */
export default function BookPage() {
  const { hall: id, item, move } = usePageQuery()
  const session = useSession()
  const hall = useRemote('halls.show', id ? { params: { id }, query: {} } : null)
  const moved = useRemote('bookings.show', session && move ? { params: { id: move } } : null)
  const problem = hall.problem ?? moved.problem
  const isWaiting = hall.isLoading || moved.isLoading
  function retry() {
    hall.reload()
    moved.reload()
  }
  return (
    <Page title={move ? '改时间' : '选时间'} isRefreshable>
      {!id && <Empty title="没有说是哪个大厅" detail="请从“我要预约”里打开" />}
      {isWaiting && !problem && <Skeleton />}
      {problem && !(hall.data && (!move || moved.data)) && <ErrorState problem={problem} onRetry={retry} />}
      {hall.data && (!move || moved.data) && (
        <Book hall={hall.data} itemId={item ?? moved.data?.item.id} moved={moved.data} />
      )}
    </Page>
  )
}

interface BookProps {
  hall: Hall
  itemId: string | undefined
  moved: Answer<'bookings.show'> | undefined
}

function Book({ hall, itemId, moved }: BookProps) {
  // Where there is but one thing to do, nobody is asked.
  const [chosenId, setChosen] = useState(itemId ?? (hall.items.length === 1 ? hall.items[0]?.id : undefined))
  const [hold, setHold] = useState<Answer<'holds.create'>>()
  const chosen: HallItem | undefined = hall.items.find(({ id }) => id === chosenId)
  if (hall.isClosed) return <Empty title="这个大厅停用了" detail="请在“我要预约”里另找一个大厅" />
  if (!chosen) return <ChooseItem hall={hall} isGone={chosenId !== undefined} onChoose={setChosen} />
  if (hold) {
    return (
      <BookingForm
        hall={hall}
        item={chosen}
        hold={hold}
        onBack={() => setHold(undefined)}
        onBooked={({ id }) => replace('booking', { id, new: '1' })}
      />
    )
  }
  return (
    <ChooseTime
      hall={hall}
      item={chosen}
      moved={moved}
      onHeld={setHold}
      onMoved={({ id }) => replace('booking', { id, new: '1' })}
      {...(!moved && hall.items.length > 1 && { onOtherItem: () => setChosen(undefined) })}
    />
  )
}
