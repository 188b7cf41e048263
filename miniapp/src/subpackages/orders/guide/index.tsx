import type { ReactNode } from 'react'
import type { Guide as GuideAnswer, ServiceItem } from '@xinban/shared/contracts'
import { channelWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { open, usePageQuery } from '@/platform/navigation'
import styles from './index.module.scss'

/** What a service item says: today, or (`version`) when an order was placed. */
export default function Guide() {
  const { id, version } = usePageQuery()
  const query = version === undefined ? {} : { version: Number(version) }
  const {
    data: item,
    problem,
    isLoading,
    reload,
  } = useRemote('service-items.show', id ? { params: { id }, query } : null)
  const isOrdered = item !== undefined && item.state === 'open' && item.version === item.latestVersion
  const order = isOrdered ? (
    <Button kind="primary" onPress={() => open('new-order', { item: item.id, kind: item.kind })}>
      点这个单
    </Button>
  ) : undefined
  return (
    <Page title="服务说明" footer={order}>
      {isLoading && <Skeleton />}
      {problem && !item && <ErrorState problem={problem} onRetry={reload} />}
      {item && <Standing item={item} />}
      {item && <GuideText item={item} />}
    </Page>
  )
}

/** What to know before reading: that the text is an old one, or that the item is no longer offered. */
function Standing({ item: { id, version, latestVersion, publishedAt, state } }: { item: ServiceItem }) {
  const isOld = version < latestVersion
  const now = useNow()
  if (!isOld && state === 'open') return null
  return (
    <Box className={styles.standing}>
      {isOld && (
        <Box as="p" className={styles.standingWords}>
          这是点单时的说明（{sayTime(new Date(publishedAt), now)}公布），后来有更新。
        </Box>
      )}
      {state !== 'open' && (
        <Box as="p" className={styles.standingWords}>
          这项服务已经停办，不能再点。已经点的单照常办。
        </Box>
      )}
      {isOld && (
        <Link to="guide" query={{ id }} className={styles.today}>
          看现在的说明 ›
        </Link>
      )}
    </Box>
  )
}

function GuideText({ item }: { item: ServiceItem }) {
  const { guide, offeredBy } = item
  return (
    <Box as="article">
      <Box as="h2" className={styles.name}>
        {item.name}
      </Box>
      <Box as="p" className={styles.summary}>
        {item.summary}
      </Box>
      <Box className={styles.card}>
        <Part title="谁可以点">{guide.audience}</Part>
        <Part title="多久办好">{guide.timeLimit.words}</Part>
        <Part title="费用">{guide.fee}</Part>
        <Part title="谁来办">{offeredBy.map(({ name }) => name).join('、')}</Part>
        <ListPart title="要准备什么" lines={guide.materials.map(sayMaterial)} empty="什么都不用准备" />
        <ListPart title="怎么办" lines={guide.steps} empty="" />
        <Part title="怎么办最方便">{guide.channels.map((channel) => channelWords[channel]).join('、')}</Part>
        <Part title="依据">{guide.basis.join('、')}</Part>
        <Part title="说明">{guide.remark}</Part>
      </Box>
      <Box as="p" className={styles.source}>
        来源：{guide.source}（{guide.region}，{guide.date}）
      </Box>
    </Box>
  )
}

/** 结婚证（带原件，有就带上） */
function sayMaterial({ name, note, isRequired }: GuideAnswer['materials'][number]): string {
  const more = [note, ...(isRequired ? [] : ['有就带上'])].filter((part) => part !== '')
  return more.length > 0 ? `${name}（${more.join('，')}）` : name
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  if (!children) return null
  return (
    <Box className={styles.part}>
      <Box as="h3" className={styles.partTitle}>
        {title}
      </Box>
      <Box className={styles.partText}>{children}</Box>
    </Box>
  )
}

function ListPart({ title, lines, empty }: { title: string; lines: readonly string[]; empty: string }) {
  if (lines.length === 0) return <Part title={title}>{empty}</Part>
  return (
    <Part title={title}>
      <Box as="ol" className={styles.lines}>
        {lines.map((line, index) => (
          <Box as="li" key={line} className={styles.line}>
            {lines.length > 1 && `${index + 1}. `}
            {line}
          </Box>
        ))}
      </Box>
    </Part>
  )
}
