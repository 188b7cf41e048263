/** A way to read the pages; every page is looked at in each. */
export interface Mode {
  readonly name: string
  readonly words: string
  readonly viewport: { readonly width: number; readonly height: number }
  /** JavaScript that runs before each page, to set what the person chose earlier. */
  readonly before?: string
  /** Nobody scrolls there: its picture is what the window shows. */
  readonly isFixed?: boolean
}

/** JavaScript that chooses elder mode, for the pages that are opened after it. */
export const elderMode = `localStorage.setItem('xinban.elder', JSON.stringify({ data: '{"isOn":true,"size":"large"}' }))`

export const modes: readonly Mode[] = [
  { name: 'phone', words: '手机', viewport: { width: 390, height: 844 } },
  {
    name: 'elder',
    words: '长辈版',
    viewport: { width: 390, height: 844 },
    before: elderMode,
  },
  { name: 'desk', words: '电脑', viewport: { width: 1440, height: 900 } },
  { name: 'elder-desk', words: '长辈版，电脑', viewport: { width: 1440, height: 900 }, before: elderMode },
]

/** A television in a lobby; only pages made for one are looked at on it. */
export const wall: Mode = { name: 'wall', words: '大屏', viewport: { width: 1920, height: 1080 }, isFixed: true }
