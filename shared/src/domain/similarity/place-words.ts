import { gramCode, sortedCodes, type Stretch } from './units'

/** What names of places, institutions and firms end in; longer endings first. */
const placeEndings = [
  '幼儿园|开发区|经开区|高新区|安置区|火车站|地铁站|收费站|垃圾站|变电站|派出所|居委会|村委会|物流园|产业园|工业园',
  '大道|小区|街道|社区|花园|家园|公寓|大厦|广场|公园|市场|商城|名城|名都|新城|新村|国际|学校|小学|中学|大学|学院|医院',
  '驾校|公司|酒店|大桥|水库|集镇|路口|超市|路|街|巷|厂|站|桥|村|组|镇|乡|湖|河|苑|府|园|城|湾',
].join('|')
/** Cities, counties and districts: to differ in one tells more than to share it. */
const areaEndings = ['市', '县', '区']
const named = new RegExp(`${placeEndings}|${areaEndings.join('|')}`, 'gu')
/** Words that end like a district and name none: 地区, 城区, 园区, 全市, 城市. */
const notAnArea = /[地片城郊景园校辖全都该各本州省外跨市县区]$/u
/** Names that any place may have, or none: 安置小区, 个小区, 村组, 乡镇, 附近学校. */
const commonName =
  /安置|住宅|商业|农村|城镇|乡镇|中心|周边|附近|旁边|对面|所在|新建|有限|公共|公交|中转|生活|人民|社区|小区|街道|学校|公司|广场/u
/** Building, road, bus and phase numbers. Dates, sums and counts of people are no place. */
const numbered = /([a-z]?\d+[a-z]?)(栋|幢|号线|号楼|号|路|线|期|国道|省道|县道|公交|片区)/gu
const isLatin = /^[a-z0-9]+$/

/** `204 公交` and `204 路` are one bus; `3 号楼` and `3 栋` one building. */
const numberKinds: Record<string, string> = { 公交: '路', 号楼: '栋', 幢: '栋' }

export interface PlaceWords {
  /** Codes of names (`佳园小区`) and numbers with their kind (`204路`). */
  places: number[]
  /** Codes of cities, counties and districts; `areaKind` tells which. */
  areas: number[]
}

/** Areas of another kind don't exclude each other: a district lies in a city. */
export const areaKind = (code: number): number => code & 3
const areaCode = (name: string, ending: string): number => (gramCode(name) & ~3) | areaEndings.indexOf(ending)

/**
 * Codes of the place words in a text, each list ascending: the two characters before an ending, with the ending. No
 * dictionary: a wrong cut is cut the same way in the other text.
 * @param folded text as `foldText` leaves it
 * @param stretches the same text as `stretchesOf` leaves it
 */
export function placeWords(folded: string, stretches: readonly Stretch[]): PlaceWords {
  const places = new Set<number>()
  const areas = new Set<number>()
  for (const [, number = '', kind = ''] of folded.matchAll(numbered)) {
    places.add(gramCode(`#${number}${numberKinds[kind] ?? kind}`))
  }
  for (const stretch of stretches) {
    for (const match of stretch.join('').matchAll(named)) {
      const name = nameBefore(stretch, match.index)
      if (name === '') continue
      if (!areaEndings.includes(match[0])) places.add(gramCode(`@${name}${match[0]}`))
      else if (!notAnArea.test(name)) areas.add(areaCode(name, match[0]))
    }
  }
  return { places: sortedCodes(places), areas: sortedCodes(areas) }
}

/** The run of letters and digits before `position` (`a7` in `a7县`), else two Han characters; empty when they name nothing. */
function nameBefore(stretch: Stretch, position: number): string {
  let length = 0
  let count = 0
  while (length < position) length += stretch[count++]?.length ?? 1
  const last = stretch[count - 1] ?? ''
  if (isLatin.test(last)) return last
  const name = stretch.slice(Math.max(0, count - 2), count).join('')
  return name.length < 2 || commonName.test(name) ? '' : name
}
