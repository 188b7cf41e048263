import Taro from '@tarojs/taro'

/** Brings a field into sight by its id; WeChat lets no program move the focus to an element. */
export function focusField(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined)
}

export function scrollToTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
}

/** WeChat tells no program where the focus is. */
export const isFocusFrom = (_id: string): boolean => false
