import type { OrgRef } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useMembership, useSession } from '@/hooks/use-session'
import { open, usePageQuery } from '@/platform/navigation'
import { NeedForm } from './need-form'

/** What the community should do this year: a resident's form, and for staff what they hear on visits. */
export default function NewNeed() {
  const session = useSession()
  const membership = useMembership()
  const { order } = usePageQuery()
  const works = membership?.org.level === 'community' ? membership.org : undefined
  const community: OrgRef | null | undefined = works ?? session?.person.community
  return (
    <Page title="提一条需求">
      {!session && <SignInPrompt detail="登录后可以提需求，也能看到答复" />}
      {session && !community && (
        <Empty
          title="还没有选社区"
          detail="选好你住的社区，需求才知道交给谁"
          action={
            <Button kind="primary" size="small" onPress={() => open('community')}>
              去选社区
            </Button>
          }
        />
      )}
      {session && community && (
        <NeedForm key={community.code} community={community} isStaff={works !== undefined} orderId={order} />
      )}
    </Page>
  )
}
