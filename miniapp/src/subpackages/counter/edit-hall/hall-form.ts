import type { Hall } from '@xinban/shared/contracts'
import { isInChina } from '@xinban/shared/domain'

/** The card as it is typed. */
export interface HallForm {
  readonly name: string
  readonly address: string
  readonly directions: string
  /** Several apart by `、`, commas or spaces. */
  readonly phones: string
  /** `34.3612，107.1402`: latitude, longitude, GCJ-02; empty: no position. */
  readonly point: string
  /** A line for each: `1 综合窗口`. */
  readonly windows: string
}
type HallFormErrors = Partial<Record<keyof HallForm, string>>

export const emptyForm: HallForm = { name: '', address: '', directions: '', phones: '', point: '', windows: '' }

export const pointWords = ({ lat, lng }: { lat: number; lng: number }): string => `${lat.toFixed(6)}，${lng.toFixed(6)}`

export const formOfHall = ({ name, address, directions, phones, point, windows }: Hall): HallForm => ({
  ...{ name, address, directions: directions ?? '', phones: phones.join('、') },
  point: point ? pointWords(point) : '',
  windows: windows.map((window) => `${window.no} ${window.name}`).join('\n'),
})

/** What was typed as the server takes it, and what is wrong, by field, in the order of the page. */
export function readForm(form: HallForm) {
  const errors: HallFormErrors = {}
  const name = form.name.trim()
  if (name === '') errors.name = '请填写大厅的名字'
  const address = form.address.trim()
  if (address === '') errors.address = '请填写地址，居民照着它找过来'
  const phones = form.phones.split(/[、,，;；\s]+/).filter((phone) => phone !== '')
  if (phones.length === 0 || phones.length > 4) errors.phones = '请写 1 到 4 个电话，用顿号隔开'
  const point = readPoint(form.point)
  if (point === undefined) errors.point = '请写成 34.361200，107.140200 这样，先纬度后经度；没有就空着'
  const windows = readWindows(form.windows)
  if (!windows) errors.windows = '一行一个窗口，先写号再写名，例如：1 综合窗口；号不能重复'
  const directions = form.directions.trim()
  return {
    errors,
    body: { name, address, phones, point: point ?? null, windows: windows ?? [], ...(directions && { directions }) },
  }
}

function readPoint(words: string) {
  if (words.trim() === '') return null
  const [lat, lng, ...more] = words
    .split(/[,，\s]+/)
    .filter((part) => part !== '')
    .map(Number)
  if (lat === undefined || lng === undefined || more.length > 0 || Number.isNaN(lat) || Number.isNaN(lng))
    return undefined
  return isInChina({ lat, lng }) ? { lat, lng } : undefined
}

function readWindows(words: string) {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const windows = lines.map((line) => {
    const [, no = '', name = ''] = /^(\d{1,2})[\s.、号]+(.{1,20})$/.exec(line) ?? []
    return { no: Number(no), name: name.trim() }
  })
  const isSound = windows.every(({ no, name }) => no >= 1 && name !== '')
  return isSound && new Set(windows.map(({ no }) => no)).size === windows.length ? windows : undefined
}
