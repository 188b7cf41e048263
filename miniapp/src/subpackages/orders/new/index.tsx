import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { useSession } from '@/hooks/use-session'
import { scrollToTop } from '@/platform/focus'
import { usePageQuery } from '@/platform/navigation'
import { OrderForm } from './order-form'
import { Placed } from './placed'

export default function NewOrder() {
  const query = usePageQuery()
  const session = useSession()
  const [placed, setPlaced] = useState<Order>()
  if (!session) {
    return (
      <Page title="填写点单">
        <SignInPrompt detail="登录后才能点单，这样社区才知道回复谁" />
      </Page>
    )
  }
  if (placed) return <Placed order={placed} />
  return (
    <Page title="填写点单">
      <OrderForm
        key={session.person.id}
        kind={query.kind}
        serviceItemId={query.item}
        title={query.title}
        onPlaced={(order) => {
          setPlaced(order)
          scrollToTop()
        }}
      />
    </Page>
  )
}
