import Taro from '@tarojs/taro'

const prefix = 'xinban.'

/** What was kept on this device, or undefined. Storage may be full or forbidden: then nothing was kept. */
export function readKept<Value>(key: string): Value | undefined {
  try {
    const raw: unknown = Taro.getStorageSync(prefix + key)
    return typeof raw === 'string' && raw !== '' ? (JSON.parse(raw) as Value) : undefined
  } catch {
    return undefined
  }
}

export function keep(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(prefix + key, JSON.stringify(value))
  } catch {
    // Only comfort is lost: the person types or signs in again.
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(prefix + key)
  } catch {
    // As above.
  }
}
