import type { Photo } from '@/hooks/photo-tray'
import type { Photos } from '@/hooks/use-photos'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { Progress } from '../progress/progress'
import { Picture } from '../picture/picture'
import styles from './photo-picker.module.scss'

interface TileProps {
  photo: Photo
  name: string
  tray: Photos['tray']
}

function Shown({ photo: { key, shownUrl, state }, name, tray }: TileProps) {
  if (shownUrl !== undefined) return <Picture url={shownUrl} alt={name} onBroken={() => tray.lose(key)} />
  return <Box className={styles.unshown}>{state === 'done' ? `${name} 已上传` : name}</Box>
}

function Remove({ photo, name, tray }: TileProps) {
  return (
    <Button kind="plain" size="small" label={`去掉${name}`} onPress={() => tray.remove(photo.key)}>
      去掉
    </Button>
  )
}

function Tile(props: TileProps) {
  const { state, progress } = props.photo
  return (
    <Box as="li" className={styles.tile}>
      <Box className={styles.square}>
        <Shown {...props} />
        {state === 'uploading' && (
          <Box className={styles.progress}>
            <Progress label={`上传${props.name}`} value={progress} words={`上传 ${progress}%`} />
          </Box>
        )}
      </Box>
      <Remove {...props} />
    </Box>
  )
}

/** A row of its own: the reason needs room. */
function FailedTile(props: TileProps) {
  const { photo, name, tray } = props
  return (
    <Box as="li" className={styles.failed}>
      <Box className={styles.small}>
        <Shown {...props} />
      </Box>
      <Box className={styles.reason}>
        <Box className={styles.problem} role="alert">
          {name} 没有传上：{photo.problem}
        </Box>
        <Box className={styles.choices}>
          {photo.canRetry && (
            <Button size="small" label={`重试${name}`} onPress={() => tray.retry(photo.key)}>
              重试
            </Button>
          )}
          <Remove {...props} />
        </Box>
      </Box>
    </Box>
  )
}

export function PhotoTiles({ list, tray }: Photos) {
  if (list.length === 0) return null
  return (
    <Box as="ul" className={styles.tiles}>
      {list.map((photo, index) => {
        const props = { photo, name: `照片 ${index + 1}`, tray }
        return photo.state === 'failed' ? (
          <FailedTile key={photo.key} {...props} />
        ) : (
          <Tile key={photo.key} {...props} />
        )
      })}
    </Box>
  )
}
