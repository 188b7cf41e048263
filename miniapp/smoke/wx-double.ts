import fs from 'node:fs'

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: unknown) => void
}
interface RequestOptions extends Callbacks {
  url: string
  method?: string
  header?: Record<string, string>
  data?: unknown
}
interface UrlOptions extends Callbacks {
  url: string
}
interface UploadOptions extends UrlOptions {
  filePath: string
  name: string
  header?: Record<string, string>
}
interface PreviewOptions extends Callbacks {
  urls: string[]
  current: string
}

export interface Navigator {
  navigateTo(url: string): void
  redirectTo(url: string): void
  switchTab(url: string): void
  navigateBack(): void
  /** WeChat's own tab bar was shown or hidden. */
  showTabBar(isShown: boolean): void
  /** WeChat's own viewer opened. */
  preview(urls: readonly string[], current: string): void
}

function settle(options: Callbacks, result: unknown): void {
  queueMicrotask(() => {
    options.success?.(result)
    options.complete?.(result)
  })
}

/** Real HTTP, to `apiBase` whatever address was built in. WeChat parses JSON by itself and gives headers as they are. */
async function realRequest(apiBase: string, { url, method = 'GET', header, data }: RequestOptions): Promise<unknown> {
  const { pathname, search } = new URL(url)
  const answer = await fetch(new URL(pathname + search, apiBase), {
    method,
    headers: header ?? {},
    ...(data !== undefined && method !== 'GET' && { body: JSON.stringify(data) }),
  })
  const text = await answer.text()
  let parsed: unknown = text
  try {
    parsed = JSON.parse(text)
  } catch {
    // Not JSON: handed on as text.
  }
  return { statusCode: answer.status, header: Object.fromEntries(answer.headers), data: parsed, errMsg: 'request:ok' }
}

/** Real HTTP as well. What comes back stays text, whatever it is. */
async function realUpload(apiBase: string, { url, filePath, name, header }: UploadOptions): Promise<unknown> {
  const form = new FormData()
  form.append(name, new Blob([fs.readFileSync(filePath)]), 'photo.png')
  const answer = await fetch(new URL(new URL(url).pathname, apiBase), {
    method: 'POST',
    headers: header ?? {},
    body: form,
  })
  return { statusCode: answer.status, data: await answer.text(), errMsg: 'uploadFile:ok' }
}

const screen = { windowWidth: 375, windowHeight: 667, pixelRatio: 2, statusBarHeight: 20 }
const system = { platform: 'devtools', SDKVersion: '3.8.0', ...screen }

/** Whatever is measured lies below what is in sight. */
function createSelectorQuery(): object {
  const query = {
    in: () => query,
    select: () => ({ boundingClientRect: () => query }),
    exec: (callback: (boxes: object[]) => void) => setTimeout(() => callback([{ top: 2 * screen.windowHeight }]), 0),
  }
  return query
}

/**
 * What the package uses of WeChat, as WeChat answers it.
 * @param picture a file that camera and album give
 */
export function createWx(apiBase: string, navigator: Navigator, picture: string): object {
  const storage = new Map<string, unknown>()
  const known: Record<string, unknown> = {
    getSystemInfoSync: () => system,
    getWindowInfo: () => screen,
    getAppBaseInfo: () => system,
    getDeviceInfo: () => system,
    getLaunchOptionsSync: () => ({ path: '', query: {} }),
    getEnterOptionsSync: () => ({ path: '', query: {} }),
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop' } }),
    canIUse: () => true,
    onNetworkStatusChange: () => undefined,
    stopPullDownRefresh: (options: Callbacks = {}) => settle(options, { errMsg: 'stopPullDownRefresh:ok' }),
    nextTick: (callback: () => void) => setTimeout(callback, 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    login: (options: Callbacks) => settle(options, { code: 'code', errMsg: 'login:ok' }),
    showToast: (options: Callbacks) => settle(options, { errMsg: 'showToast:ok' }),
    createSelectorQuery,
    pageScrollTo: (options: Callbacks) => settle(options, { errMsg: 'pageScrollTo:ok' }),
    request: (options: RequestOptions) => {
      realRequest(apiBase, options).then(
        (answer) => settle(options, answer),
        (error: unknown) => options.fail?.({ errMsg: `request:fail ${String(error)}` }),
      )
      return { abort: () => undefined }
    },
    chooseMedia: (options: Callbacks) => {
      const { size } = fs.statSync(picture)
      settle(options, { tempFiles: [{ tempFilePath: picture, size }], type: 'image', errMsg: 'chooseMedia:ok' })
    },
    uploadFile: (options: UploadOptions) => {
      realUpload(apiBase, options).then(
        (answer) => settle(options, answer),
        (error: unknown) => options.fail?.({ errMsg: `uploadFile:fail ${String(error)}` }),
      )
      return { abort: () => undefined, onProgressUpdate: () => undefined, onHeadersReceived: () => undefined }
    },
    previewImage: (options: PreviewOptions) => {
      navigator.preview(options.urls, options.current)
      settle(options, { errMsg: 'previewImage:ok' })
    },
    showTabBar: (options: Callbacks) => {
      navigator.showTabBar(true)
      settle(options, { errMsg: 'showTabBar:ok' })
    },
    hideTabBar: (options: Callbacks) => {
      navigator.showTabBar(false)
      settle(options, { errMsg: 'hideTabBar:ok' })
    },
    navigateBack: (options: Callbacks = {}) => {
      navigator.navigateBack()
      settle(options, { errMsg: 'navigateBack:ok' })
    },
  }
  for (const name of ['navigateTo', 'redirectTo', 'switchTab'] as const) {
    known[name] = (options: UrlOptions) => {
      navigator[name](options.url)
      settle(options, { errMsg: `${name}:ok` })
    }
  }
  const isListener = (name: string | symbol) => typeof name === 'string' && /^(on|off)[A-Z]/.test(name)
  return new Proxy(known, {
    get: (target, name) => (isListener(name) ? () => undefined : target[String(name)]),
  })
}
