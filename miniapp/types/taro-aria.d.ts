import '@tarojs/components'

declare module '@tarojs/components/types/common' {
  /** Attributes that WeChat understands and Taro's types leave out. */
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaLive?: string
    ariaHidden?: boolean
    ariaChecked?: boolean
    ariaSelected?: boolean
    ariaExpanded?: boolean
    ariaDisabled?: boolean
  }
}
