import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { distanceMetres, gcj02ToWgs84 } from '@xinban/shared/domain'
import type { MapLink } from './map-link'
import { MapLink as MapLinkInBrowser } from './map-link.h5'

const { MapLink: MapLinkOnWechat } = jest.requireActual<{ MapLink: typeof MapLink }>('./map-link.tsx')
const point = { lat: 34.361234, lng: 107.140567 }

test('in a browser it leads to the device’s own map, in WGS-84, with the Chinese figures to copy', () => {
  render(<MapLinkInBrowser point={point} name="梧桐院" />)
  const href = screen.getByRole('link', { name: '打开地图：梧桐院' }).getAttribute('href') ?? ''
  const [, lat, lng] = /^geo:([\d.]+),([\d.]+)\?/.exec(href) ?? []
  expect(distanceMetres({ lat: Number(lat), lng: Number(lng) }, gcj02ToWgs84(point))).toBeLessThan(1)
  expect(screen.getByText(/34\.361234,107\.140567/)).toBeInTheDocument()
})

test('on WeChat a tap opens its map at the point', async () => {
  render(<MapLinkOnWechat point={point} name="梧桐院" />)
  await userEvent.click(screen.getByRole('button', { name: '打开地图：梧桐院' }))
  expect(Taro.openLocation).toHaveBeenCalledWith(
    expect.objectContaining({ latitude: point.lat, longitude: point.lng, name: '梧桐院' }),
  )
})
