import { useState } from 'react'
import type { Place } from '@xinban/shared/contracts'
import { withPlaceName } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { useLocate } from '@/hooks/use-locate'
import { useRemote } from '@/hooks/use-remote'
import { useSettled } from '@/hooks/use-settled'
import { useSite } from '@/hooks/use-site'
import { focusField } from '@/platform/focus'
import type { Position } from '@/platform/locate.types'
import { asNear, isRough } from '@/words/places'
import type { FieldsProps } from '../form-fields.types'
import { CommunityOffer } from './community-offer'
import { NearbyPlaces } from './nearby-places'
import { PlaceList } from './place-list'
import styles from './place.module.scss'

const longest = 100

/** Milliseconds for which the words have to rest. */
const settleMs = 600

/** The community of a place that the words name. */
function useMentioned({ title, place }: FieldsProps['draft']) {
  const org = useSite()?.district?.code
  const said = useSettled(`${place} ${title}`.trim(), settleMs)
  const isAsked = org !== undefined && said.length >= 2
  return useRemote('places.mentioned', isAsked ? { query: { org, said } } : null).data?.community ?? undefined
}

/** Where it is: in one's own words, by the community's list, or by where one stands. Every way may be left out. */
export function PlaceFields({ draft, change, errors }: FieldsProps) {
  const [open, setOpen] = useState<'list' | 'nearby'>()
  const [position, setPosition] = useState<Position>()
  const [chosen, setChosen] = useState<Place>()
  const { find, isBusy, refusal } = useLocate()
  const isSure = position !== undefined && !isRough(position.accuracyMetres)
  const likely = useRemote('places.community', isSure ? { query: { near: asNear(position.point) } } : null).data
    ?.community
  const mentioned = useMentioned(draft)
  const offered = chosen ? { code: chosen.communityCode, name: chosen.communityName } : (likely ?? mentioned)

  async function locate() {
    const found = await find()
    setOpen(found ? 'nearby' : undefined)
    setChosen(undefined)
    setPosition(found)
  }

  function choose(place: Place) {
    const point = place.point ?? (draft.isOwnPoint ? draft.point : null)
    change({
      place: withPlaceName(draft.place, draft.placeName, place.name).slice(0, longest),
      placeName: place.name,
      point,
      isOwnPoint: point !== null && place.point === null,
    })
    setChosen(place)
    close()
  }

  function keepPosition() {
    if (position) change({ point: position.point, isOwnPoint: true })
    close()
  }

  /** Back to the words, where 3 号楼 2 单元 may follow. */
  function close() {
    setOpen(undefined)
    setTimeout(() => focusField('place'), 0)
  }

  return (
    <>
      <Field
        id="place"
        label="地点"
        placeholder="例如：曙光路 12 号院门口"
        value={draft.place}
        maxLength={longest}
        error={errors.place}
        {...(draft.placeName !== '' && { hint: '可以接着写几号楼、几单元' })}
        onChange={(place) => change({ place })}
      />
      <Box className={styles.ways}>
        <Button size="small" isExpanded={open === 'list'} onPress={() => setOpen(open === 'list' ? undefined : 'list')}>
          从列表选
        </Button>
        <Button size="small" isBusy={isBusy} isExpanded={open === 'nearby'} onPress={() => void locate()}>
          用我的位置
        </Button>
      </Box>
      {refusal !== undefined && (
        <Box as="p" className={styles.refusal} role="alert">
          {refusal}
        </Box>
      )}
      {draft.point && (
        <Box className={styles.kept} role="status">
          <Box as="span" className={styles.keptWords}>
            {draft.isOwnPoint ? '已记下你现在的位置' : `已记下“${draft.placeName}”的位置`}
          </Box>
          <Button kind="plain" size="small" onPress={() => change({ point: null, isOwnPoint: false })}>
            不要位置
          </Button>
        </Box>
      )}
      {open !== undefined && (
        <Box as="section" className={styles.panel} label={open === 'list' ? '从列表选地点' : '离你近的地点'}>
          {open === 'list' && <PlaceList communityCode={draft.communityCode} onChoose={choose} />}
          {open === 'nearby' && position && (
            <NearbyPlaces position={position} homeCode={draft.communityCode} onChoose={choose} onKeep={keepPosition} />
          )}
        </Box>
      )}
      {offered && offered.code !== draft.communityCode && (
        <CommunityOffer community={offered} onSwitch={() => change({ communityCode: offered.code })} />
      )}
      <Box as="p" className={styles.purpose}>
        位置只给办这件事的人看，不记也能点单。
      </Box>
    </>
  )
}
