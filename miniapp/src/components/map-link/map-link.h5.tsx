import { gcj02ToWgs84 } from '@xinban/shared/domain'
import { Box } from '../box/box'
import type { MapLinkProps } from './map-link.types'
import styles from './map-link.module.scss'

const asText = ({ lat, lng }: MapLinkProps['point']) => `${lat.toFixed(6)},${lng.toFixed(6)}`

/** A `geo:` address (RFC 5870, WGS-84) for the device's own map, and the figures to copy where it has none. */
export function MapLink({ point, name }: MapLinkProps) {
  const wgs84 = asText(gcj02ToWgs84(point))
  return (
    <Box>
      <a href={`geo:${wgs84}?q=${wgs84}`} className={styles.link} aria-label={`打开地图：${name}`}>
        打开地图
      </a>
      <Box as="p" className={styles.figures}>
        打不开时，把坐标复制到高德或腾讯地图里查：{asText(point)}
      </Box>
    </Box>
  )
}
