import type { Photos } from '@/hooks/use-photos'

export interface PhotoPickerProps {
  id: string
  photos: Photos
  hint?: string | undefined
  /** Who takes it stands before the thing: WeChat opens the camera at once, and the album comes second. */
  isCameraFirst?: boolean
}
