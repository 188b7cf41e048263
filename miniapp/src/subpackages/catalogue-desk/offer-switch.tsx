import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import { Switch } from '@/components/switch/switch'
import { useAct } from '@/hooks/use-act'
import type { ApiProblem } from '@/platform/problem'
import styles from './offer-switch.module.scss'

interface OfferSwitchProps {
  /** What is switched: an item, or the org that offers it. */
  label: string
  itemId: string
  orgCode: string
  isOffered: boolean
  /** How it stands, in words. */
  onWords: string
  offWords: string
  /** Asked before it is stopped, where many people would notice. */
  stopQuestion?: string
  onSwitched: (isOffered: boolean) => void
}

/**
 * Begins or stops an offer at once. The switch shows where it is going while that is being saved, says so, and goes back
 * with the reason when it was not.
 */
export function OfferSwitch(props: OfferSwitchProps) {
  const { label, itemId, orgCode, isOffered, onWords, offWords, stopQuestion, onSwitched } = props
  const [target, setTarget] = useState<boolean>()
  const [isAsking, setAsking] = useState(false)
  const begin = useAct('service-items.offer')
  const stop = useAct('service-items.stop-offering', (failed) => {
    // Somebody else stopped it: that is what was wanted.
    if (failed.code === 'wrong_state') onSwitched(false)
  })
  const isBusy = begin.isBusy || stop.isBusy
  const isOn = isBusy ? (target ?? isOffered) : isOffered
  const problem = begin.problem ?? stop.problem

  async function turn(wanted: boolean) {
    setAsking(false)
    setTarget(wanted)
    const params = { id: itemId, code: orgCode }
    const answer = await (wanted ? begin : stop).act({ params })
    if (answer) onSwitched(wanted)
  }

  return (
    <>
      <Switch
        label={label}
        detail={isBusy ? '正在保存…' : isOn ? onWords : offWords}
        isOn={isOn}
        isBusy={isBusy}
        error={isBusy || target === isOffered ? undefined : tellFailure(problem)}
        onTurn={(wanted) => (!wanted && stopQuestion !== undefined ? setAsking(true) : void turn(wanted))}
      />
      {isAsking && (
        <Dialog
          title={`${label}要停止提供吗？`}
          confirmWord="停止提供"
          isDanger
          onConfirm={() => void turn(false)}
          onCancel={() => setAsking(false)}
        >
          {stopQuestion}
        </Dialog>
      )}
    </>
  )
}

const tellFailure = (problem: ApiProblem | undefined) => problem && `没有改成：${problem.message}`

/** In place of a switch that would change nothing. */
export function OfferedAbove({ label, detail }: { label: string; detail: string }) {
  return (
    <Box className={styles.fixed}>
      {label}
      <Box as="span" className={styles.detail}>
        {detail}
      </Box>
    </Box>
  )
}
