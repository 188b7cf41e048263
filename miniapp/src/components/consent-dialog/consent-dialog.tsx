import { privacyNotice, privacyNoticeVersion } from '@xinban/shared/domain'
import { Box } from '../box/box'
import { Dialog } from '../dialog/dialog'
import { Link } from '../link/link'
import { ProblemNote } from '../states/states'
import { useAct } from '@/hooks/use-act'
import styles from './consent-dialog.module.scss'

interface ConsentDialogProps {
  onAgreed: () => void
  onRefused: () => void
}

const body = { kind: 'personal_data', noticeVersion: privacyNoticeVersion } as const
const parts = privacyNotice.slice(0, 3)

/** Asks when the server wants an agreement first, once per version of the notice. Who refuses keeps what was typed. */
export function ConsentDialog({ onAgreed, onRefused }: ConsentDialogProps) {
  const give = useAct('consents.give', ({ code }) => {
    // They agreed on another device meanwhile.
    if (code === 'already_exists') onAgreed()
  })
  return (
    <Dialog
      title="提交前，先看看你的信息怎么用"
      confirmWord="同意并提交"
      cancelWord="先不同意"
      isBusy={give.isBusy}
      onConfirm={() => void give.act({ body }).then((given) => given && onAgreed())}
      onCancel={onRefused}
    >
      {give.problem?.code !== 'already_exists' && <ProblemNote problem={give.problem} />}
      {parts.map(({ title, lines }) => (
        <Box as="p" key={title} className={styles.part}>
          <Box as="span" className={styles.title}>
            {title}：
          </Box>
          {lines[0]}
        </Box>
      ))}
      <Box as="p" className={styles.part}>
        不同意也能看指南和公开的单。已填的内容会留着。
      </Box>
      <Link to="privacy" className={styles.link}>
        看完整的隐私说明 ›
      </Link>
    </Dialog>
  )
}
