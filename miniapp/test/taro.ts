import { useEffect, useRef } from 'react'

/** A double of Taro: storage in memory, every other call recorded. A page comes to the front when it opens. */
const kept = new Map<string, string>()
const router: { params: Record<string, string> } = { params: {} }

/** What the address of the page under test says. */
export function openedWith(params: Record<string, string>): void {
  router.params = params
}

/** Where WeChat says that every element is: below what is in sight, unless a test moves it. */
export const measured = { top: 2000 }
const query = {
  select: () => ({ boundingClientRect: () => query }),
  exec: (callback: (boxes: { top: number }[]) => void) => callback([{ ...measured }]),
}

const Taro = {
  request: jest.fn(),
  login: jest.fn(() => Promise.resolve({ code: 'wx-code' })),
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, value: string) => {
    kept.set(key, value)
  },
  removeStorageSync: (key: string) => {
    kept.delete(key)
  },
  clearStorageSync: () => kept.clear(),
  getCurrentPages: () => [{ route: 'pages/home/index' }, { route: 'subpackages/orders/detail/index' }],
  navigateTo: jest.fn(() => Promise.resolve()),
  redirectTo: jest.fn(() => Promise.resolve()),
  switchTab: jest.fn(() => Promise.resolve()),
  reLaunch: jest.fn(() => Promise.resolve()),
  navigateBack: jest.fn(() => Promise.resolve()),
  getLocation: jest.fn(() => Promise.resolve({ latitude: 34.36, longitude: 107.14, accuracy: 20 })),
  openLocation: jest.fn(() => Promise.resolve()),
  makePhoneCall: jest.fn(() => Promise.resolve()),
  setClipboardData: jest.fn(() => Promise.resolve()),
  showToast: jest.fn(() => Promise.resolve()),
  chooseMedia: jest.fn(),
  uploadFile: jest.fn(),
  previewImage: jest.fn(() => Promise.resolve()),
  pageScrollTo: jest.fn(() => Promise.resolve()),
  stopPullDownRefresh: jest.fn(),
  onNetworkStatusChange: jest.fn(),
  showTabBar: jest.fn(() => Promise.resolve()),
  hideTabBar: jest.fn(() => Promise.resolve()),
  createSelectorQuery: () => query,
  getWindowInfo: () => ({ windowHeight: 667 }),
  canIUse: jest.fn(() => true),
  getAppBaseInfo: jest.fn(() => ({})),
  getSystemInfoSync: jest.fn(() => ({})),
}
export default Taro

/** Who is told when the page under test comes to the front. */
const onShow = new Set<{ run: () => void }>()
let isInFront = false

export function useDidShow(callback: () => void): void {
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  useEffect(() => {
    const told = { run: () => latest.current() }
    onShow.add(told)
    // As Taro does: what joins the page after it was shown hears of the next time only.
    if (!isInFront) told.run()
    queueMicrotask(() => (isInFront = onShow.size > 0))
    return () => {
      onShow.delete(told)
      if (onShow.size === 0) isInFront = false
    }
  }, [])
}

/** The person comes back to the page under test from another one. */
export function comeBack(): void {
  for (const told of [...onShow]) told.run()
}
/** What a pull at a page runs: the last one that was drawn. */
export const pulled: { run: () => void } = { run: () => undefined }
export const usePullDownRefresh = (callback: () => void): void => {
  useEffect(() => {
    pulled.run = callback
  })
}
/** What WeChat asks a page for when it is passed on. */
export const shared: { message: () => object } = { message: () => ({}) }
export const useShareAppMessage = (callback: () => object): void => {
  useEffect(() => {
    shared.message = callback
  })
}
export const useDidHide = (): void => undefined
export const useReachBottom = (): void => undefined
export const useRouter = (): { params: Record<string, string> } => router
