import type { OfferableItem, OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { OfferedAbove, OfferSwitch } from '../offer-switch'
import styles from './index.module.scss'

interface OfferableRowProps {
  item: OfferableItem
  org: OrgRef
  isOffered: boolean
  onSwitched: (isOffered: boolean) => void
}

export function OfferableRow({ item, org, isOffered, onSwitched }: OfferableRowProps) {
  const above = item.offeredAbove[0]
  const onWords = above ? `正在提供；关掉以后${above.name}仍然提供，居民还能点` : '正在提供'
  // Once it is switched off here, what stands above it decides, as the server would say.
  const isSwitchable = item.allowedActions.length > 0 && (isOffered || !above)
  return (
    <Box as="li" className={styles.item}>
      {isSwitchable ? (
        <OfferSwitch
          label={item.name}
          itemId={item.id}
          orgCode={org.code}
          isOffered={isOffered}
          onWords={onWords}
          offWords="没有提供，居民点不到"
          onSwitched={onSwitched}
        />
      ) : (
        <OfferedAbove label={item.name} detail={`${above?.name ?? '上级'}已经统一提供，居民都能点`} />
      )}
    </Box>
  )
}
