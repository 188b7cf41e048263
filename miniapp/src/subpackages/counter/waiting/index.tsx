import type { Answer } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { usePolling } from '@/hooks/use-polling'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'
import { clockOf } from '@/words/bookings'
import styles from './index.module.scss'

const askAgainMs = 5000

/** The board of a waiting room: numbers and windows, nobody's name. */
export default function WaitingPage() {
  const { hall: id } = usePageQuery()
  const { data, problem, isLoading, reload } = useRemote('halls.board', id ? { params: { id } } : null)
  usePolling(reload, askAgainMs, id !== undefined)
  return (
    <Page title="叫号屏" isBoard isRefreshable>
      {!id && <Empty title="没有说是哪个大厅" detail="请从“大厅窗口”里打开叫号屏" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <Board board={data} isOld={problem !== undefined} />}
    </Page>
  )
}

function Board({ board, isOld }: { board: Answer<'halls.board'>; isOld: boolean }) {
  const { hall, called, next, parked, waiting, checkInCode, priorityRule, asOf } = board
  return (
    <>
      <Box as="p" className={styles.hall}>
        {hall.name}
      </Box>
      <Box className={styles.board}>
        <Box as="section" className={styles.calls} label="正在叫号和办理">
          <Box as="h2" className={styles.heading}>
            请到窗口
          </Box>
          {called.length === 0 && (
            <Box as="p" className={styles.none}>
              现在没有叫号
            </Box>
          )}
          <Box as="ul" className={styles.list}>
            {called.slice(0, 6).map(({ label, window, state }) => (
              <Box
                as="li"
                key={label}
                className={[styles.call, state === 'called' && styles.now].filter(Boolean).join(' ')}
              >
                <Box as="span" className={styles.number}>
                  {label} 号
                </Box>
                <Box as="span" className={styles.window}>
                  {window === null ? '请到窗口' : `${window} 号窗口`}
                </Box>
                <Box as="span" className={styles.state}>
                  {state === 'called' ? '正在叫' : '办理中'}
                </Box>
              </Box>
            ))}
          </Box>
        </Box>
        <Box className={styles.side}>
          <Box as="section" className={styles.part}>
            <Box as="h2" className={styles.heading}>
              接下来
            </Box>
            <Box as="p" className={styles.next}>
              {next.length === 0 ? '没有人在等' : next.slice(0, 8).join('　')}
            </Box>
            <Box as="p">共 {waiting} 人在等</Box>
          </Box>
          {parked.length > 0 && (
            <Box as="section" className={styles.part}>
              <Box as="h2" className={styles.heading}>
                过号，请告诉窗口
              </Box>
              <Box as="p" className={styles.next}>
                {parked.slice(0, 8).join('　')}
              </Box>
            </Box>
          )}
          <Box as="section" className={styles.part}>
            <Box as="h2" className={styles.heading}>
              今天的签到码
            </Box>
            <Box as="p" className={styles.code}>
              {checkInCode}
            </Box>
            <Box as="p">约过的人：在手机“我的预约”里填这个码签到</Box>
          </Box>
          <Box as="section" className={styles.part}>
            <Box as="h2" className={styles.heading}>
              叫号的先后
            </Box>
            <Box as="p">{priorityRule}</Box>
          </Box>
          <Box as="p" role="status">
            {isOld ? `网络不稳，这是 ${clockOf(asOf)} 的情况` : `${clockOf(asOf)} 更新`}
          </Box>
        </Box>
      </Box>
    </>
  )
}
