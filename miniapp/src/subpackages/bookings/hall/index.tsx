import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { open, usePageQuery } from '@/platform/navigation'
import { useIsPrinted } from '@/platform/print'
import { useShared } from '@/platform/share'
import { hallPhotos } from '@/words/bookings'
import { HallItems } from './hall-items'
import { HallPaper } from './hall-paper'
import { HallPlace } from './hall-place'
import { HallToday } from './hall-today'
import { Hours } from './hours'
import styles from './index.module.scss'

/** The public card of a hall (电子名片): where, when, what, how busy, and the way to a booking. */
export default function HallPage() {
  const { id } = usePageQuery()
  const { data: hall, problem, isLoading, reload } = useRemote('halls.show', id ? { params: { id }, query: {} } : null)
  const isPrinted = useIsPrinted()
  useShared(hall?.name ?? '服务大厅', 'hall', { id })
  const canBook = hall && !hall.isClosed && hall.items.length > 0
  return (
    <Page
      title="大厅名片"
      isRefreshable
      {...(canBook && {
        footer: (
          <Button kind="primary" onPress={() => open('book', { hall: hall.id })}>
            预约办事
          </Button>
        ),
      })}
    >
      {!id && <Empty title="没有说是哪个大厅" detail="请从“我要预约”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !hall && <ErrorState problem={problem} onRetry={reload} />}
      {hall && (isPrinted ? <HallPaper hall={hall} /> : <Card hall={hall} onStale={reload} />)}
    </Page>
  )
}

function Card({ hall, onStale }: { hall: Hall; onStale: () => void }) {
  return (
    <>
      <HallToday hall={hall} />
      <HallPlace hall={hall} />
      {hall.pictures.length > 0 && (
        <Box as="section" className={styles.card}>
          <Box as="h2" className={styles.heading}>
            大厅的样子
          </Box>
          <PhotoGallery photos={hallPhotos(hall)} onStale={onStale} />
        </Box>
      )}
      <HallItems hall={hall} />
      <Box as="section" className={styles.card}>
        <Hours hall={hall} />
      </Box>
    </>
  )
}
