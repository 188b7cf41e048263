import { imageMimes } from '@xinban/shared/domain'
import type { ChangeEvent } from 'react'
import { useFieldId } from '@/hooks/use-field-id'
import { readPhotos } from '@/platform/read-photos'
import { describedBy } from '../field/field-frame'
import { PhotoFrame } from './photo-frame'
import type { PhotoPickerProps } from './photo-picker.types'
import styles from './photo-picker.module.scss'

interface AddProps extends PhotoPickerProps {
  word: string
  isCamera?: boolean
}

/** The browser's own control, unseen below its label. A telephone asks: camera or album. */
function Add({ id, photos, hint, word, isCamera = false }: AddProps) {
  const ownId = useFieldId(id)
  async function add(event: ChangeEvent<HTMLInputElement>) {
    const input = event.target
    const files = [...(input.files ?? [])]
    // So that the same picture can be chosen again after it was removed.
    input.value = ''
    photos.tray.add(await readPhotos(files))
  }
  return (
    <label className={styles.add}>
      <input
        id={ownId}
        className={styles.unseen}
        type="file"
        accept={imageMimes.join(',')}
        {...(isCamera ? { capture: 'environment' as const } : { multiple: true })}
        aria-describedby={describedBy(ownId, hint, photos.error)}
        onChange={(event) => void add(event)}
      />
      {word}
    </label>
  )
}

export function PhotoPicker(props: PhotoPickerProps) {
  if (!props.isCameraFirst) {
    return (
      <PhotoFrame {...props}>
        <Add {...props} word="添加照片" />
      </PhotoFrame>
    )
  }
  return (
    <PhotoFrame {...props}>
      <Add {...props} word="拍照" isCamera />
      <Add {...props} id={`${props.id}-album`} word="从相册选" />
    </PhotoFrame>
  )
}
