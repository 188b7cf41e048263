import { useState } from 'react'
import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { Select } from '@/components/select/select'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { usePolling } from '@/hooks/use-polling'
import { useRemote } from '@/hooks/use-remote'
import { keep, readKept } from '@/platform/storage'
import { windowWords } from '@/words/bookings'
import { AtWindow } from './at-window'
import { CodeCheckIn } from './code-check-in'
import { DrawTicket } from './draw-ticket'
import { WaitingList } from './waiting-list'
import styles from './index.module.scss'

const askAgainMs = 8000
const keptWindow = 'counter-window'

/** Left whoever is at this window, beside it who waits, and at the right the ways in. */
export function Counter({ hall }: { hall: Hall }) {
  const [window, setWindow] = useState(() => readKept<number>(keptWindow) ?? hall.windows[0]?.no ?? 1)
  const { data, problem, isLoading, reload } = useRemote('tickets.list', {
    query: { view: 'hall', hallId: hall.id, limit: 100 },
  })
  usePolling(reload, askAgainMs, true)
  const windows = hall.windows.length > 0 ? hall.windows : [{ no: 1, name: '综合窗口' }]
  const own = windows.some(({ no }) => no === window) ? window : (windows[0]?.no ?? 1)

  if (!hall.allowedActions.includes('serve')) {
    return <Empty title="你不在这个大厅上班" detail="请换成这个大厅的工作身份再来" />
  }
  return (
    <>
      <Box className={styles.tools}>
        <Box className={styles.window}>
          <Select
            id="counter-window"
            label="我在几号窗口"
            placeholder="请选择"
            options={windows.map((one) => ({ value: String(one.no), word: windowWords(one) }))}
            value={String(own)}
            onChange={(no) => {
              setWindow(Number(no))
              keep(keptWindow, Number(no))
            }}
            isRequired
          />
        </Box>
        <Link to="waiting" query={{ hall: hall.id }} className={styles.board}>
          打开叫号屏 ›
        </Link>
      </Box>
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && (
        <Box className={styles.columns}>
          <Box>
            <AtWindow hallId={hall.id} window={own} tickets={data.items} onChanged={reload} />
            <CodeCheckIn hallId={hall.id} onChanged={reload} />
            <DrawTicket hall={hall} onChanged={reload} />
          </Box>
          <WaitingList tickets={data.items} window={own} onChanged={reload} />
        </Box>
      )}
    </>
  )
}
