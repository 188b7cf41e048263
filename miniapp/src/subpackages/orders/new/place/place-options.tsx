import type { Place } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { tellPlace } from '@/words/places'
import styles from './place.module.scss'

interface PlaceOptionsProps {
  label: string
  places: readonly Place[]
  /** Its own places go without the community's name. */
  homeCode: string
  onChoose: (place: Place) => void
}

export function PlaceOptions({ label, places, homeCode, onChoose }: PlaceOptionsProps) {
  return (
    <Box as="ul" className={styles.places} label={label}>
      {places.map((place) => (
        <Box as="li" key={place.id} className={styles.place}>
          <Button kind="plain" className={styles.choose} onPress={() => onChoose(place)}>
            <Box as="span" className={styles.name}>
              {place.name}
            </Box>
            <Box as="span" className={styles.detail}>
              {tellPlace(place, homeCode)}
            </Box>
          </Button>
        </Box>
      ))}
    </Box>
  )
}
