import { useState } from 'react'
import type { EditableItem, OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useRefresher } from '@/hooks/use-refresher'
import { useReturn } from '@/hooks/use-return'
import { OfferSwitch } from '../offer-switch'
import type { Offers } from './offers.types'
import { OrgOffer } from './org-offer'
import { StreetOffers } from './street-offers'
import styles from './index.module.scss'

interface OfferTreeProps {
  item: EditableItem
  district: OrgRef
}

/** What the server said, and what was switched on this page since. */
function useOffers({ id, offeredBy }: EditableItem): Offers & { count: number } {
  const [switched, setSwitched] = useState<Readonly<Record<string, boolean>>>({})
  useReturn(() => setSwitched({}))
  useRefresher(() => {
    setSwitched({})
    return Promise.resolve('fresh')
  })
  const codes = new Set(offeredBy.map(({ code }) => code))
  for (const [code, isOffered] of Object.entries(switched)) {
    if (isOffered) codes.add(code)
    else codes.delete(code)
  }
  return {
    itemId: id,
    count: codes.size,
    isOffered: (code) => codes.has(code),
    countUnder: (code) => [...codes].filter((other) => other !== code && other.startsWith(code)).length,
    onSwitched: (code, isOffered) => setSwitched((before) => ({ ...before, [code]: isOffered })),
  }
}

export function OfferTree({ item, district }: OfferTreeProps) {
  const offers = useOffers(item)
  const streets = useRemote('orgs.list', { query: { parent: district.code, level: 'street', limit: 100 } })
  const isWhole = offers.isOffered(district.code)
  const others = offers.countUnder(district.code)
  return (
    <>
      <Box as="h2" className={styles.name}>
        {item.content.name}
      </Box>
      {offers.count === 0 && (
        <Box as="p" className={styles.note}>
          还没有单位提供，居民点不到这项服务。
        </Box>
      )}
      <Box className={styles.card}>
        <OfferSwitch
          label={`${district.name}（全区）`}
          itemId={item.id}
          orgCode={district.code}
          isOffered={isWhole}
          onWords="全区居民都能点"
          offWords="没有全区提供，由下面的街道、社区各自提供"
          stopQuestion={
            others === 0
              ? '没有街道、社区单独提供，停了以后全区居民都点不到。已经点的单照常办。'
              : `停了以后，只有单独提供的 ${others} 个街道、社区的居民能点。已经点的单照常办。`
          }
          onSwitched={(isOffered) => offers.onSwitched(district.code, isOffered)}
        />
      </Box>
      <Box as="h2" className={styles.heading}>
        街道（镇）和社区（村）
      </Box>
      {streets.isLoading && <Skeleton />}
      {streets.problem && !streets.data && <ErrorState problem={streets.problem} onRetry={streets.reload} />}
      <Box className={styles.streets}>
        {streets.data?.items.map((street) => (
          <Box key={street.code} className={styles.card}>
            <OrgOffer org={street} above={isWhole ? '全区' : undefined} offers={offers} />
            <StreetOffers street={street} isWholeDistrict={isWhole} offers={offers} />
          </Box>
        ))}
      </Box>
    </>
  )
}
