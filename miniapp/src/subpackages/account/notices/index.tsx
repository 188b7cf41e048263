import { useReachBottom } from '@tarojs/taro'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { byDays } from '@/words/notices'
import { NoticeCard } from './notice-card'
import styles from './index.module.scss'

/** What I was told, by days, newest first. */
export default function Notices() {
  const session = useSession()
  return (
    <Page title="消息" isRefreshable={session !== null}>
      {session ? <Inbox /> : <SignInPrompt detail="登录后，你的单办到哪一步，会在这里告诉你" />}
    </Page>
  )
}

function Inbox() {
  const now = useNow()
  const pages = usePages('notices.list', {})
  const read = useAct('notices.read')
  const readAll = useAct('notices.read-all')
  useReachBottom(pages.loadMore)
  const [newest] = pages.items
  const hasUnread = pages.items.some(({ isRead }) => !isRead)

  async function markAll() {
    if (!newest || !(await readAll.act({ body: { upToId: newest.id } }))) return
    say('都标成已读了')
    await pages.reload()
  }

  return (
    <>
      {hasUnread && (
        <Box className={styles.tools}>
          <Button size="small" isBusy={readAll.isBusy} onPress={() => void markAll()}>
            全部已读
          </Button>
        </Box>
      )}
      <ProblemNote problem={readAll.problem} />
      <PagedFrame
        pages={pages}
        empty={<Empty title="还没有消息" detail="你的单有了进展，或者有事要你看一眼，会在这里告诉你" />}
      >
        {byDays(pages.items, now).map(({ day, notices }) => (
          <Box as="section" key={day}>
            <Box as="h2" className={styles.day}>
              {day}
            </Box>
            <Box as="ul" className={styles.list}>
              {notices.map((notice) => (
                <NoticeCard
                  key={notice.id}
                  notice={notice}
                  now={now}
                  onOpen={() => {
                    if (notice.isRead) return
                    pages.put({ ...notice, isRead: true })
                    void read.act({ params: { id: notice.id } })
                  }}
                />
              ))}
            </Box>
          </Box>
        ))}
      </PagedFrame>
    </>
  )
}
