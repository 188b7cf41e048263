import { memo } from 'react'
import type { Board } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { Picture } from '@/components/picture/picture'
import { QrCode } from '@/components/qr-code/qr-code'
import { Empty } from '@/components/states/states'
import { fileUrl } from '@/platform/file-url'
import { pageAddress } from '@/platform/pages'
import { siteOrigin } from '@/platform/site-origin'
import { Children } from './children'
import { OpenData } from './open-data'
import { sayDay, sayPercent } from './board-words'
import { PledgeCard } from './pledge-card'
import styles from './board.module.scss'

/** Ten things in two columns, the orders of the month beside them; below, what stands under the org. */
export const BoardView = memo(function BoardView({ board }: { board: Board }) {
  const { pledges, children, parent, org, year } = board
  return (
    <>
      <Box className={styles.board}>
        <Box as="section" label="十件实事" className={styles.things}>
          {pledges.length === 0 && children.length === 0 && (
            <Empty title={`${year} 年还没有公布实事清单`} detail="公布以后会出现在这里" />
          )}
          {pledges.length === 0 && <Children list={children} />}
          {pledges.length > 0 && (
            <Box as="ul" className={styles.list}>
              {pledges.map((pledge) => (
                <PledgeCard key={pledge.id} pledge={pledge} asOf={board.asOf} />
              ))}
            </Box>
          )}
        </Box>
        <Box className={styles.side}>
          <Orders orders={board.orders} />
          <Year board={board} />
          <Code orgCode={org.code} />
        </Box>
      </Box>
      <Box className={styles.below}>
        {pledges.length > 0 && <Children list={children} />}
        {parent && (
          <Link to="board" query={{ org: parent.code }} className={styles.link}>
            ‹ {parent.name}
          </Link>
        )}
        <OpenData orgCode={org.code} year={year} listId={board.list?.id ?? null} />
      </Box>
    </>
  )
})

function Orders({ orders }: { orders: Board['orders'] }) {
  const { month, placed, acceptedInTime, acceptDue, fulfilled, rating, rated, coverage } = orders
  const figures = [
    { name: '点单', value: `${placed}`, detail: '件' },
    {
      name: '按时接单',
      value: `${acceptedInTime}`,
      detail: acceptDue === 0 ? '还没有到期的' : `共 ${acceptDue} 件到期`,
    },
    { name: '办结', value: `${fulfilled}`, detail: '件' },
    { name: '满意', value: sayPercent(rating), detail: `${rated} 人评，覆盖 ${sayPercent(coverage)}` },
  ]
  return (
    <Box as="section" className={styles.panel}>
      <Box as="h2" className={styles.heading}>
        本月点单（{Number(month.slice(5))} 月）
      </Box>
      <Box as="ul" className={styles.figures}>
        {figures.map(({ name, value, detail }) => (
          <Box as="li" key={name} className={styles.figure}>
            <Box as="span" className={styles.figureName}>
              {name}
            </Box>
            <Box as="span" className={styles.figureValue}>
              {value}
            </Box>
            <Box as="span" className={styles.figureDetail}>
              {detail}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

/** How much of the year is done, what was done last, and what the street says of it. */
function Year({ board: { latestFinished, pledges, list } }: { board: Board }) {
  if (pledges.length === 0) return null
  const done = pledges.filter(({ light }) => light === 'blue').length
  return (
    <Box as="section" className={styles.panel}>
      <Box as="h2" className={styles.heading}>
        全年办成 {done} 件，共 {pledges.length} 件
      </Box>
      {latestFinished?.photo && (
        <Picture
          url={fileUrl(latestFinished.photo.url)}
          alt={`“${latestFinished.title}”办成的照片`}
          className={styles.photo}
        />
      )}
      {latestFinished && (
        <Box as="p" className={styles.latest}>
          最近：{latestFinished.number}. {latestFinished.title}
        </Box>
      )}
      {latestFinished && (
        <Box as="p" className={styles.figureDetail}>
          {sayDay(latestFinished.at)} 核实办结
        </Box>
      )}
      {list && list.grade !== null && (
        <Box as="p" className={styles.latest}>
          街道（镇）给全年打了 {list.grade} 分
        </Box>
      )}
    </Box>
  )
}

/** Leads whoever stands before a wall or a sheet of paper to the same on their phone. */
function Code({ orgCode }: { orgCode: string }) {
  const origin = siteOrigin()
  if (origin === null) return null
  return (
    <Box as="section" className={styles.code}>
      <QrCode
        text={`${origin}${pageAddress('board', { org: orgCode })}`}
        alt="二维码：用手机打开这块公示屏"
        className={styles.qr}
      />
      <Box className={styles.codeWords}>
        <Box as="p" className={styles.latest}>
          扫码看详情、提意见
        </Box>
        <Link to="board" query={{ org: orgCode }} className={styles.link}>
          {`${origin}${pageAddress('board', { org: orgCode })}`}
        </Link>
      </Box>
    </Box>
  )
}
