import { useState } from 'react'
import type { Whistle, WhistleParty } from '@xinban/shared/contracts'
import { starWords, whistlePartyStateWords, whistleStepWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Tag } from '@/components/tag/tag'
import { tellStep } from '../words'
import styles from './index.module.scss'

interface DepartmentsProps {
  whistle: Whistle
  now: Date
}

/** How far each department is, with its due times; how these came about on demand. */
export function Departments({ whistle, now }: DepartmentsProps) {
  const [isOpen, setOpen] = useState(false)
  const isAwaited = whistle.status === 'blown' || whistle.status === 'working'
  const [first] = whistle.parties
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        部门报到
      </Box>
      <Box as="ul" className={styles.list}>
        {whistle.parties.map((party) => (
          <Department key={party.department.code} party={party} isAwaited={isAwaited} now={now} />
        ))}
      </Box>
      {isOpen &&
        first?.steps.map(({ step, why }) => (
          <Box as="p" key={step} className={styles.detail}>
            {why}
          </Box>
        ))}
      <Button kind="plain" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {isOpen ? '收起' : '看每个时限怎么算'}
      </Button>
    </Box>
  )
}

function Department({ party, isAwaited, now }: { party: WhistleParty; isAwaited: boolean; now: Date }) {
  const { department, isLead, isOwn, state, steps, stars, streetStars } = party
  const isOff = state === 'excused'
  return (
    <Box as="li" className={styles.department}>
      <Box className={styles.head}>
        <Box as="span" className={styles.name}>
          {department.name}
          {isOwn && '（我们）'}
        </Box>
        {isLead && <Tag>牵头</Tag>}
        <Tag tone={state === 'refusing' ? 'alarm' : 'calm'}>{whistlePartyStateWords[state]}</Tag>
      </Box>
      {!isOff &&
        steps.map((step) => (
          <Box
            as="p"
            key={step.step}
            className={[styles.step, step.overdueAt !== null && styles.over].filter(Boolean).join(' ')}
          >
            {step.overdueAt !== null && (
              <Box as="span" isHidden>
                ●{' '}
              </Box>
            )}
            {whistleStepWords[step.step]}：{tellStep(step, isAwaited, now)}
            {step.isProvisional && '（暂定）'}
          </Box>
        ))}
      {stars !== null && (
        <Box as="p" className={styles.detail}>
          街道评部门：{stars} 星，{starWords[stars]}
        </Box>
      )}
      {streetStars !== null && (
        <Box as="p" className={styles.detail}>
          部门评街道：{streetStars} 星，{starWords[streetStars]}
        </Box>
      )}
    </Box>
  )
}
