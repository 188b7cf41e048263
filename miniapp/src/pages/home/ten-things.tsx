import type { TenThings as Brief } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { useRemote } from '@/hooks/use-remote'
import { useSite } from '@/hooks/use-site'
import { sayDay } from '@/words/pledges'
import styles from './index.module.scss'

/** This year's ten things of my community: how many are done, and what comes next. */
export function TenThings({ brief, now }: { brief: Brief | null; now: Date }) {
  if (!brief) return null
  const { listId, year, total, done, late, next } = brief
  const figures = [`${total} 件`, `办成 ${done} 件`, late > 0 && `超期 ${late} 件`].filter(Boolean).join(' · ')
  return (
    <Box as="section" className={styles.section}>
      <Box className={styles.sectionHead}>
        <Box as="h2" className={styles.sectionTitle}>
          {year} 年十件实事
        </Box>
        <Link to="pledge-list" query={{ id: listId }} className={styles.more}>
          看进度 ›
        </Link>
      </Box>
      <Box as="p" className={styles.figures}>
        {figures}
      </Box>
      {next && (
        <Link to="pledge" query={{ id: next.pledgeId }} className={styles.next}>
          接下来：{sayDay(next.dueOn, now)} {next.milestone}（第 {next.number} 件 {next.title}）
        </Link>
      )}
    </Box>
  )
}

/** For whoever has no community yet: those of the whole district, from its public board. */
export function TenThingsOfDistrict() {
  const district = useSite()?.district
  const { data } = useRemote('board.show', district ? { params: { orgCode: district.code }, query: {} } : null)
  if (!data) return null
  const { org, year, children } = data
  const sum = (count: (child: (typeof children)[number]) => number) =>
    children.reduce((total, child) => total + count(child), 0)
  const total = sum(({ pledges }) => pledges)
  if (total === 0) return null
  return (
    <Box as="section" className={styles.section}>
      <Box className={styles.sectionHead}>
        <Box as="h2" className={styles.sectionTitle}>
          {year} 年实事
        </Box>
        <Link to="board" query={{ org: org.code }} className={styles.more}>
          看公示屏 ›
        </Link>
      </Box>
      <Box as="p" className={styles.figures}>
        {org.name}各社区承诺 {total} 件 · 办成 {sum(({ lights }) => lights.blue)} 件
      </Box>
    </Box>
  )
}
