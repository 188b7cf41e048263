import { useState } from 'react'
import type { Org } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import type { Offers } from './offers.types'
import { OrgOffer } from './org-offer'
import styles from './index.module.scss'

interface StreetOffersProps {
  street: Org
  isWholeDistrict: boolean
  offers: Offers
}

/** The communities of one street, fetched when they are asked for. */
export function StreetOffers({ street, isWholeDistrict, offers }: StreetOffersProps) {
  const [isOpen, setOpen] = useState(false)
  const communities = useRemote(
    'orgs.list',
    isOpen ? { query: { parent: street.code, level: 'community', limit: 100 } } : null,
  )
  const count = offers.countUnder(street.code)
  const above = isWholeDistrict ? '全区' : offers.isOffered(street.code) ? street.name : undefined
  const word = isOpen ? '收起社区（村）' : count > 0 ? `看社区（村）：${count} 个单独提供` : '看社区（村）'
  return (
    <Box className={styles.communities}>
      <Button
        kind="plain"
        size="small"
        label={`${street.name}，${word}`}
        isExpanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {word}
      </Button>
      {communities.isLoading && <Skeleton cards={1} />}
      {communities.problem && !communities.data && (
        <ErrorState problem={communities.problem} onRetry={communities.reload} />
      )}
      {isOpen && communities.data && (
        <Box as="ul" className={styles.list} label={`${street.name}的社区（村）`}>
          {communities.data.items.map((community) => (
            <Box as="li" key={community.code} className={styles.community}>
              <OrgOffer org={community} above={above} offers={offers} />
            </Box>
          ))}
        </Box>
      )}
    </Box>
  )
}
