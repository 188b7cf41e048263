import type { UnitStatement } from '@xinban/shared/contracts'
import { chinaDate, sayMinutes, sayTime, wishCategoryWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { printPage } from '@/platform/print'
import { sayDay } from '@/words/pledges'
import styles from '../wishes.module.scss'

/** What a unit did in a year, for its wall or its report. */
export default function Statement() {
  const { code, year } = usePageQuery()
  const session = useSession()
  const now = useNow()
  const asked = Number(year ?? chinaDate(now).slice(0, 4))
  const { data, problem, isLoading, reload } = useRemote(
    'units.statement',
    session && code ? { params: { code }, query: { year: asked } } : null,
  )
  return (
    <Page title="年度小结" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以看单位做了什么" />}
      {session && !code && <Empty title="没有说是哪个单位" detail="请从单位工作台打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <Told statement={data} now={now} />}
    </Page>
  )
}

const figures = ({
  claimed,
  fulfilled,
  returned,
  contactedInTime,
  contactDue,
  favourable,
  rated,
  volunteers,
}: UnitStatement) => [
  ['认领', `${claimed} 个`],
  ['办好', `${fulfilled} 个`],
  ['退回', `${returned} 个`],
  ['按时首次联系', contactDue === 0 ? '还没有' : `${contactedInTime} / ${contactDue}`],
  ['满意', rated === 0 ? '还没有评价' : `${favourable} / ${rated} 人评`],
  ...(volunteers.activities > 0
    ? [
        ['志愿活动', `${volunteers.activities} 次，${volunteers.people} 人`],
        ['志愿时长', sayMinutes(volunteers.minutes)],
      ]
    : []),
]

function Told({ statement, now }: { statement: UnitStatement; now: Date }) {
  const { unit, year, items, asOf } = statement
  return (
    <>
      <Box as="h2" className={styles.title}>
        {unit.name} {year} 年圆梦小结
      </Box>
      <Box as="p" className={styles.quiet}>
        截至 {sayTime(new Date(asOf), now)}
      </Box>
      <Box as="dl" className={styles.figures}>
        {figures(statement).map(([word, value]) => (
          <Box key={word} className={styles.figureCard}>
            <Box as="dt">{word}</Box>
            <Box as="dd" className={styles.figure}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      {items.length === 0 && <Empty title="这一年还没有办好的心愿" detail="办好的心愿会列在这里" />}
      <Box as="ul">
        {items.map(({ title, category, communityName, fulfilledAt, stars }) => (
          <Box as="li" key={`${fulfilledAt} ${title ?? ''}`} className={styles.card}>
            <Box as="p" className={styles.cardTitle}>
              {title ?? '心愿'}
            </Box>
            <Box as="p" className={styles.quiet}>
              {[
                category && wishCategoryWords[category],
                communityName,
                sayDay(chinaDate(new Date(fulfilledAt)), now),
                stars !== null && `${stars} 星`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Box>
          </Box>
        ))}
      </Box>
      {printPage && (
        <Box className={[styles.actions, styles.onScreen].join(' ')}>
          <Button onPress={printPage}>打印</Button>
        </Box>
      )}
    </>
  )
}
