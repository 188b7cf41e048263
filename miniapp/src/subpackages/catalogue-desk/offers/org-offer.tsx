import type { Org } from '@xinban/shared/contracts'
import { possibleOfferActions } from '@xinban/shared/domain'
import { OfferedAbove, OfferSwitch } from '../offer-switch'
import type { Offers } from './offers.types'

interface OrgOfferProps {
  org: Org
  /** Who above it offers the item already. */
  above: string | undefined
  offers: Offers
}

/** One org's own offer; nothing to switch where the item is offered from above. */
export function OrgOffer({ org, above, offers }: OrgOfferProps) {
  const isOffered = offers.isOffered(org.code)
  const actions = possibleOfferActions({ isOfferedHere: isOffered, isOfferedAbove: above !== undefined })
  if (actions.length === 0) return <OfferedAbove label={org.name} detail={`${above ?? '上级'}已经统一提供`} />
  return (
    <OfferSwitch
      label={org.name}
      itemId={offers.itemId}
      orgCode={org.code}
      isOffered={isOffered}
      onWords={above === undefined ? '正在提供' : `正在单独提供；关掉以后${above}仍然提供`}
      offWords="没有提供"
      onSwitched={(isOn) => offers.onSwitched(org.code, isOn)}
    />
  )
}
