import type { PlaceKind, Point } from '@xinban/shared/domain'

interface DemoPlace {
  readonly communityCode: string
  readonly name: string
  readonly kind: PlaceKind
  readonly point: Point | null
}

/** Made-up places stand on a plain grid of about 150 metres a step, so that nobody takes them for real ones. */
const step = { lat: 0.00135, lng: 0.00163 }
const corner: Point = { lat: 34.36, lng: 107.14 }

const at = (row: number, column: number): Point => ({
  lat: Number((corner.lat + row * step.lat).toFixed(6)),
  lng: Number((corner.lng + column * step.lng).toFixed(6)),
})

const placesOf = (
  communityCode: string,
  places: readonly (readonly [name: string, kind: PlaceKind, point: Point | null])[],
): DemoPlace[] => places.map(([name, kind, point]) => ({ communityCode, name, kind, point }))

/** Places of the demo's community and of its neighbours. One has no point yet, for staff to add by standing there. */
export const demoPlaces: readonly DemoPlace[] = [
  ...placesOf('610303001002', [
    ['梧桐院', 'estate', at(0, 0)],
    ['银杏院', 'estate', at(0, 1)],
    ['石榴院', 'estate', at(1, 0)],
    ['综合楼', 'building', at(1, 1)],
    ['向阳广场', 'square', at(2, 0)],
    ['小游园', 'park', at(2, 1)],
    ['便民菜市场', 'market', at(3, 0)],
    ['西段路口', 'road', at(3, 1)],
    ['老年活动中心', 'other', null],
  ]),
  ...placesOf('610303001004', [
    ['月季院', 'estate', at(0, 6)],
    ['腊梅院', 'estate', at(1, 6)],
    ['东段路口', 'road', at(2, 6)],
    ['晨光小学门口', 'school', at(3, 6)],
  ]),
  ...placesOf('610303001008', [
    ['丁香院', 'estate', at(9, 0)],
    ['海棠院', 'estate', at(9, 1)],
    ['人民广场', 'square', at(10, 0)],
  ]),
  ...placesOf('610303001009', [
    ['杨柳院', 'estate', at(9, 6)],
    ['沿河步道', 'park', at(10, 6)],
    ['河边市场', 'market', at(10, 7)],
  ]),
]
