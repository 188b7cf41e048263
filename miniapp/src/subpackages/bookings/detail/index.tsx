import { useState } from 'react'
import type { Booking } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePolling } from '@/hooks/use-polling'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { BookingActions } from './booking-actions'
import { BookingFacts } from './booking-facts'
import { BookingHead } from './booking-head'
import { CheckIn } from './check-in'
import { Displaced } from './displaced'
import { RateVisit } from './rate-visit'
import { TicketPart } from './ticket-part'

const askAgainMs = 15_000

/** One booking, from the moment it is won until it is rated. */
export default function BookingPage() {
  const { id, new: isNew } = usePageQuery()
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('bookings.show', session && id ? { params: { id } } : null)
  const [acted, setActed] = useState<Booking>()
  const booking = acted && data && acted.id === data.id && acted.version > data.version ? acted : data
  usePolling(reload, askAgainMs, booking?.status === 'checked_in' || booking?.status === 'serving')
  return (
    <Page title="预约" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以看到你的预约" />}
      {session && !id && <Empty title="没有说是哪个预约" detail="请从“我的预约”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !booking && <ErrorState problem={problem} onRetry={reload} />}
      {booking && <Details booking={booking} isNew={isNew === '1'} onDone={setActed} onStale={reload} />}
    </Page>
  )
}

interface DetailsProps {
  booking: Booking
  isNew: boolean
  onDone: (booking: Booking) => void
  /** Somebody else changed it meanwhile. */
  onStale: () => void
}

function Details({ booking, isNew, onDone, onStale }: DetailsProps) {
  const now = useNow()
  const may = (action: Booking['allowedActions'][number]) => booking.allowedActions.includes(action)
  return (
    <Box>
      <BookingHead booking={booking} now={now} isNew={isNew && booking.status === 'booked'} />
      {booking.displaced && may('move') && <Displaced booking={booking} now={now} onDone={onDone} onStale={onStale} />}
      {booking.ticket && <TicketPart ticket={booking.ticket} />}
      {may('check-in') && <CheckIn booking={booking} onDone={onDone} onStale={onStale} />}
      {may('rate') && <RateVisit booking={booking} onDone={onDone} onStale={onStale} />}
      <BookingFacts booking={booking} now={now} />
      <BookingActions booking={booking} now={now} onDone={onDone} onStale={onStale} />
    </Box>
  )
}
