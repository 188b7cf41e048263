import { openMap } from '@/platform/map'
import { Button } from '../button/button'
import type { MapLinkProps } from './map-link.types'

/** Opens the map at a point. */
export function MapLink({ point, name }: MapLinkProps) {
  return (
    <Button size="small" label={`打开地图：${name}`} onPress={() => openMap(point, name)}>
      打开地图
    </Button>
  )
}
