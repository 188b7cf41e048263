import { useReachBottom } from '@tarojs/taro'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { DeadLetterCard } from './dead-letter-card'
import styles from '../record-cards.module.scss'

/** Messages that could not be handed over, for the district's administrator. */
export default function DeadLetters() {
  const session = useSession()
  return (
    <Page title="没发出去的消息" isRefreshable={session !== null}>
      {session ? <LetterList /> : <SignInPrompt detail="区管理员登录后可以看" />}
    </Page>
  )
}

function LetterList() {
  const now = useNow()
  const letters = usePages('dead-letters.list', {})
  useReachBottom(letters.loadMore)
  return (
    <>
      <Box as="p" className={styles.lead}>
        一件事发生后要告诉的人没能告诉到，系统试了多次，停在这里。查明原因后可以再发一次。
      </Box>
      <PagedList pages={letters} empty={<Empty title="没有发不出去的消息" detail="都发到了，这里不用管" />}>
        {(letter) => <DeadLetterCard letter={letter} now={now} onRetried={() => letters.drop(letter.id)} />}
      </PagedList>
    </>
  )
}
