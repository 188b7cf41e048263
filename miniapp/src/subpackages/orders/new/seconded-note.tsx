import { useState } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Link } from '@/components/link/link'
import { useSession } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { replace } from '@/platform/navigation'
import styles from './hints.module.scss'

interface SecondedNoteProps {
  order: OrderSummary
  onDiscard: () => void
  onGoOn: () => void
}

/** It is seconded; what was typed is most likely no longer needed, but that is for the person to say. */
export function SecondedNote({ order, onDiscard, onGoOn }: SecondedNoteProps) {
  const [isAsking, setAsking] = useState(false)
  const isAtHome = useSession()?.person.community?.code === order.communityCode

  function discard() {
    onDiscard()
    say('写好的内容已清空')
    replace('order', { id: order.id, as: 'public' })
  }

  return (
    <Box className={styles.done}>
      <Box role="status">
        <Box as="p" className={styles.doneTitle}>
          已附议“{order.title}”
        </Box>
        <Box as="p" className={styles.words}>
          社区看得到又多了一个人在等。
          {isAtHome && '以后在首页“社区里大家在说”里能找到它。'}
        </Box>
      </Box>
      <Link to="order" query={{ id: order.id, as: 'public' }} className={styles.way}>
        看它办到哪一步
      </Link>
      <Box as="p" className={styles.words}>
        你写的这个单还要提交吗？
      </Box>
      <Box className={styles.buttons}>
        <Button size="small" onPress={() => setAsking(true)}>
          不用了，清空我写的
        </Button>
        <Button size="small" onPress={onGoOn}>
          还要提交，接着写
        </Button>
      </Box>
      {isAsking && (
        <Dialog
          title="要清空写好的内容吗？"
          confirmWord="清空"
          isDanger
          onConfirm={discard}
          onCancel={() => setAsking(false)}
        >
          <Box as="p" className={styles.words}>
            你写的标题、情况、地点和联系方式都会清掉，这个单不会提交。附议不受影响。
          </Box>
        </Dialog>
      )}
    </Box>
  )
}
