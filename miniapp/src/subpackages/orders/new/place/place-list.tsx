import { useState } from 'react'
import type { Place } from '@xinban/shared/contracts'
import { placeNameKey } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { PlaceOptions } from './place-options'
import styles from './place.module.scss'

interface PlaceListProps {
  communityCode: string
  onChoose: (place: Place) => void
}

/** The places of the community that was chosen. */
export function PlaceList({ communityCode, onChoose }: PlaceListProps) {
  const [typed, setTyped] = useState('')
  const all = useRemote('places.list', communityCode === '' ? null : { query: { communityCode, limit: 100 } })
  const q = typed.trim()
  // Most communities have fewer places than one page holds; only the others are asked again for every word.
  const isWhole = all.data?.nextCursor === null
  const found = useRemote('places.list', isWhole || q === '' ? null : { query: { communityCode, q, limit: 100 } })
  const fits = ({ name }: Place) => placeNameKey(name).includes(placeNameKey(q))
  const places = (q !== '' && !isWhole ? found.data : all.data)?.items.filter(fits)

  function chooseOnly() {
    const [only, ...others] = places ?? []
    if (only && others.length === 0) onChoose(only)
  }

  if (communityCode === '') return <Box as="p">先在上面选社区，再从列表选地点。</Box>
  if (all.problem && !all.data) return <ErrorState problem={all.problem} onRetry={all.reload} />
  if (all.data?.items.length === 0) return <Box as="p">这个社区还没有列出地点，直接写就行。</Box>
  return (
    <>
      <Field
        id="place-q"
        label="找地点"
        type="search"
        placeholder="输几个字，例如：院、市场"
        value={typed}
        maxLength={40}
        onChange={setTyped}
        onEnter={chooseOnly}
        isRequired
        isLabelUnseen
      />
      {places === undefined && <Skeleton cards={2} />}
      {places?.length === 0 && (
        <Box as="p" className={styles.quiet} role="status">
          没有找到，直接写地点也行。
        </Box>
      )}
      {places !== undefined && places.length > 0 && (
        <PlaceOptions label="社区的地点" places={places} homeCode={communityCode} onChoose={onChoose} />
      )}
    </>
  )
}
