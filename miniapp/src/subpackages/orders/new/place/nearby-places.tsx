import type { Place } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import type { Position } from '@/platform/locate.types'
import { asNear, isRough } from '@/words/places'
import { PlaceOptions } from './place-options'
import styles from './place.module.scss'

interface NearbyPlacesProps {
  position: Position
  homeCode: string
  onChoose: (place: Place) => void
  /** The position itself, without a name. */
  onKeep: () => void
}

const shown = 5

/** What is listed around the person, nearest first. */
export function NearbyPlaces({ position: { point, accuracyMetres }, homeCode, onChoose, onKeep }: NearbyPlacesProps) {
  const { data, problem, isLoading, reload } = useRemote('places.list', {
    query: { near: asNear(point), limit: shown },
  })
  return (
    <>
      {isRough(accuracyMetres) && (
        <Box as="p" className={styles.quiet}>
          定位不太准，可能差 {Math.round(accuracyMetres ?? 0)} 米，请核对地点。
        </Box>
      )}
      {isLoading && <Skeleton cards={2} />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data?.items.length === 0 && (
        <Box as="p" className={styles.quiet}>
          附近没有列出的地点，可以只记下位置，再写几个字说明。
        </Box>
      )}
      {data && data.items.length > 0 && (
        <PlaceOptions label="离你近的地点" places={data.items} homeCode={homeCode} onChoose={onChoose} />
      )}
      <Button size="small" onPress={onKeep}>
        只记下位置
      </Button>
    </>
  )
}
