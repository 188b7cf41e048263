import Taro from '@tarojs/taro'

/** Brings a field into sight by its id; WeChat lets no program move the focus to an element. */
export function focusField(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined)
}

export function scrollToTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
}

/**
 * Whether what appears in an element would move what the person is at. WeChat tells no program where the focus or the
 * finger is: everything in sight below the element's upper edge may be it.
 */
export function wouldMove(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const query = Taro.createSelectorQuery()
    query.select(`#${id}`).boundingClientRect()
    query.exec(([box]: [{ top: number } | null]) => {
      resolve(box !== null && box.top < windowHeight())
    })
  })
}

const windowHeight = (): number =>
  (Taro.canIUse('getWindowInfo') ? Taro.getWindowInfo() : Taro.getSystemInfoSync()).windowHeight
