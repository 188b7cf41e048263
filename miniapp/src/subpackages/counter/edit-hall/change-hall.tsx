import { useState } from 'react'
import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { useAct } from '@/hooks/use-act'
import { usePhotos } from '@/hooks/use-photos'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { hallPhotos } from '@/words/bookings'
import { CloseHall } from './close-hall'
import { HallFields } from './hall-fields'
import { formOfHall } from './hall-form'
import styles from './index.module.scss'

interface ChangeHallProps {
  hall: Hall
  onChanged: () => void
}

export function ChangeHall({ hall, onChanged }: ChangeHallProps) {
  const { id, version } = hall
  const [removed, setRemoved] = useState<readonly string[]>([])
  const photos = usePhotos(`hall:${id}`)
  const update = useAct('halls.update', ({ fields }) => photos.tray.refuse(fields))
  const kept = hall.pictures.filter((picture) => !removed.includes(picture.id))

  async function save(body: Parameters<Parameters<typeof HallFields>[0]['onSubmit']>[0]) {
    const keptPictures = kept.map((picture) => picture.id)
    const saved = await update.act({ params: { id }, version, body: { ...body, keptPictures, ...photos.body() } })
    if (!saved) return
    photos.tray.clear()
    say('名片已改好')
    onChanged()
  }

  return (
    <>
      <Box className={styles.links}>
        <Button size="small" onPress={() => open('hall-schedule', { hall: id })}>
          改时间和事项
        </Button>
        <Button size="small" kind="plain" onPress={() => open('hall', { id })}>
          看名片，打印
        </Button>
      </Box>
      <HallFields
        initial={formOfHall(hall)}
        photos={photos}
        isBusy={update.isBusy}
        problem={update.problem}
        submitWord="保存名片"
        onSubmit={(body) => void save(body)}
        pictures={
          kept.length > 0 && (
            <Box className={styles.pictures}>
              <PhotoGallery photos={hallPhotos({ ...hall, pictures: kept })} onStale={onChanged} />
              <Box className={styles.links}>
                {kept.map((picture, index) => (
                  <Button
                    key={picture.id}
                    size="small"
                    kind="plain"
                    onPress={() => setRemoved((before) => [...before, picture.id])}
                  >
                    去掉第 {index + 1} 张
                  </Button>
                ))}
              </Box>
            </Box>
          )
        }
      />
      <CloseHall hall={hall} onChanged={onChanged} />
    </>
  )
}
