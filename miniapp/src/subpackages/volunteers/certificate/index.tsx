import { sayMinutes } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { useSite } from '@/hooks/use-site'
import { open } from '@/platform/navigation'
import { printPage } from '@/platform/print'
import styles from './index.module.scss'

/** What somebody did as a volunteer, on one page that can be printed or shown. */
export default function Certificate() {
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('volunteers.me', session ? {} : null)
  return (
    <Page title="服务证明" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后能看到你的服务证明" />}
      {isLoading && <Skeleton cards={1} />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data?.activities === 0 && (
        <Empty
          title="还没有确认过的服务"
          detail="参加一次活动，带队的人确认时长后就有证明"
          action={
            <Button kind="primary" size="small" onPress={() => open('volunteering')}>
              看看有什么活动
            </Button>
          }
        />
      )}
      {data && data.activities > 0 && <Sheet volunteering={data} />}
    </Page>
  )
}

/** `2026 年 11 月 26 日`: paper is read on another day. @param at an instant of China */
const sayFullDate = (at: string): string =>
  `${at.slice(0, 4)} 年 ${Number(at.slice(5, 7))} 月 ${Number(at.slice(8, 10))} 日`

type Shown = NonNullable<ReturnType<typeof useRemote<'volunteers.me'>>['data']>

function Sheet({ volunteering }: { volunteering: Shown }) {
  const site = useSite()
  const { name, minutes, activities, teams, asOf } = volunteering
  return (
    <>
      <Box as="article" className={styles.sheet}>
        <Box as="h2" className={styles.heading}>
          志愿服务证明
        </Box>
        <Box as="p" className={styles.words}>
          {name ?? '这位居民'}在{site?.district?.name ?? '本区'}参加志愿服务 {activities} 次，经确认的服务时长共{' '}
          {sayMinutes(minutes)}。
        </Box>
        {teams.length > 0 && (
          <Box as="p" className={styles.words}>
            所在队伍：{teams.map(({ team }) => team.name).join('、')}
          </Box>
        )}
        <Box as="p" className={styles.foot}>
          截至 {sayFullDate(asOf)}
          {site?.isDemo && '。演示数据，不作证明之用'}
        </Box>
      </Box>
      {printPage && (
        <Box className={styles.press}>
          <Button onPress={printPage}>打印</Button>
        </Box>
      )}
    </>
  )
}
