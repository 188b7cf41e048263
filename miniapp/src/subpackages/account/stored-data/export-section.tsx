import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { handOver } from '@/platform/hand-over'
import { say } from '@/platform/messages'
import { asProblem, type ApiProblem } from '@/platform/problem'
import { collectExport } from './collect-export'
import styles from './index.module.scss'

/** A copy of one's own data, after a word on what stands in it. */
export function ExportSection() {
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()

  async function exportNow() {
    setBusy(true)
    setProblem(undefined)
    try {
      const exported = await collectExport()
      say(await handOver('我的资料.json', JSON.stringify(exported, null, 2)))
      setAsking(false)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        带走一份
      </Box>
      <Button onPress={() => setAsking(true)}>导出我的资料</Button>
      <Box as="p" className={styles.quiet}>
        你的单、写的话和评价都在里面。替别人点的不在里面，那是别人的。
      </Box>
      {isAsking && (
        <Dialog
          title="要导出一份吗？"
          confirmWord="导出"
          isBusy={isBusy}
          onConfirm={() => void exportNow()}
          onCancel={() => setAsking(false)}
        >
          <ProblemNote problem={problem} />
          <Box as="p" className={styles.plain}>
            里面有你的电话和住址，没有打星号。请自己收好，别发给不认识的人。
          </Box>
        </Dialog>
      )}
    </Box>
  )
}
