import type { OpenDataProps } from './open-data.types'

/** WeChat saves no files that a computer could open; the sets are for those. */
export function OpenData(_: OpenDataProps) {
  return null
}
