import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { PhoneLookup } from '@/components/phone-lookup/phone-lookup'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { ResidentCard, type Found } from './resident-card'
import styles from './index.module.scss'

/** By the phone that they show: whom it belongs to is looked up first, and confirmed only then. */
export function FindResident({ community }: { community: OrgRef }) {
  const [phone, setPhone] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [found, setFound] = useState<Found>()
  const find = useAct('residents.find')

  async function look() {
    setMissing(phone.trim() === '')
    setFound(undefined)
    if (phone.trim() === '') {
      focusField('resident-phone')
      return
    }
    const who = { communityCode: community.code, phone: phone.trim() }
    const resident = await find.act({ body: who })
    if (resident) setFound({ who, resident })
  }

  function type(value: string) {
    setPhone(value)
    setFound(undefined)
  }

  const isUnknown = find.problem?.code === 'not_found'
  return (
    <>
      <PhoneLookup
        id="resident-phone"
        label="居民的手机号"
        className={styles.form}
        value={phone}
        problem={find.problem}
        isBusy={find.isBusy}
        isAnswered={found !== undefined}
        {...{ isMissing, isUnknown }}
        onChange={type}
        onSubmit={() => void look()}
      />
      {isUnknown && !find.isBusy && (
        <Box className={styles.card} role="status">
          <Box as="h2" className={styles.name}>
            没有找到这位居民
          </Box>
          <Box as="p" className={styles.detail}>
            请对方打开“我的”，在“我的资料”里确认手机号，再把“我的社区”选成{community.name}，然后再查找一次。
          </Box>
        </Box>
      )}
      {found && <ResidentCard found={found} community={community} onChanged={setFound} />}
    </>
  )
}
