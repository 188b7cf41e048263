import { maxAttachments } from '@xinban/shared/domain'
import type { PropsWithChildren } from 'react'
import { Box } from '../box/box'
import { FieldFrame } from '../field/field-frame'
import fieldStyles from '../field/field.module.scss'
import type { PhotoPickerProps } from './photo-picker.types'
import { PhotoTiles } from './photo-tiles'
import styles from './photo-picker.module.scss'

/** How many there are, in words; changes are read out. */
function countWords({ list, isUploading }: PhotoPickerProps['photos']): string {
  if (list.length === 0) return `最多 ${maxAttachments} 张`
  if (isUploading) return `共 ${list.length} 张，正在上传`
  if (list.length === maxAttachments) return `已有 ${maxAttachments} 张，不能再加了`
  return `已有 ${list.length} 张，最多 ${maxAttachments} 张`
}

/** What a picker is made of on both sides; its children add pictures. */
export function PhotoFrame({ id, photos, hint, children }: PropsWithChildren<PhotoPickerProps>) {
  return (
    <FieldFrame id={id} hint={hint} error={photos.error}>
      <Box role="group" label="照片">
        <Box className={fieldStyles.label}>
          照片
          <Box as="span" className={fieldStyles.optional}>
            选填
          </Box>
        </Box>
        <PhotoTiles {...photos} />
        {photos.list.length < maxAttachments && <Box className={styles.adds}>{children}</Box>}
        <Box className={styles.count} role="status">
          {countWords(photos)}
        </Box>
      </Box>
    </FieldFrame>
  )
}
