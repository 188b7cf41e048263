import { readKept, keep } from './storage'
import { createStore } from './store'
import { systemFontScale } from './font-scale'

/** Running text in logical pixels; styles/tokens.scss has the same names. */
export const elderSizes = { large: 22, larger: 26, largest: 30 } as const
export type ElderSize = keyof typeof elderSizes

export interface Elder {
  readonly isOn: boolean
  /** Of the letters when it is on; kept while it is off. */
  readonly size: ElderSize
}

const key = 'elder'
const standardBody = 17
const sizeNames = Object.keys(elderSizes) as ElderSize[]

/** What comes nearest to running text of 17 px at WeChat's own factor; nothing under 19.5 px needs elder mode. */
export function elderAtScale(scale: number): Elder {
  const distance = (body: number) => Math.abs(body - standardBody * scale)
  const [nearest = 'large'] = [...sizeNames].sort((a, b) => distance(elderSizes[a]) - distance(elderSizes[b]))
  return { isOn: distance(elderSizes[nearest]) < distance(standardBody), size: nearest }
}

/** Whatever an older version, or someone at the keyboard, left in the storage. */
function readChoice(): Elder | undefined {
  const kept = readKept<Partial<Record<keyof Elder, unknown>>>(key)
  const size = sizeNames.find((name) => name === kept?.size)
  return size !== undefined && typeof kept?.isOn === 'boolean' ? { isOn: kept.isOn, size } : undefined
}

const store = createStore<Elder>(readChoice() ?? elderAtScale(systemFontScale()))

function choose(next: Elder): void {
  keep(key, next)
  store.set(next)
}

/**
 * Elder mode of this device, whoever is signed in. It follows the device's letters until the person chooses.
 * Source: 互联网网站适老化通用设计规范 and 移动互联网应用（APP）适老化通用设计规范 (MIIT 2021): a switch on the first page
 * and among the settings, text of 18 and more that goes up to 30, targets of 60 × 60, contrast 4.5:1.
 */
export const elder = {
  get: store.get,
  subscribe: store.subscribe,
  turn: (isOn: boolean): void => choose({ ...store.get(), isOn }),
  choose: (size: ElderSize): void => choose({ isOn: true, size }),
}
