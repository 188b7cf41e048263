// Stands for the modules of `h5-aliases.ts`. Taro's start, its router and its picture viewer call these, whether or not
// a page has such an element.
const nothing = () => undefined

export const defineCustomElementTaroPullToRefreshCore = nothing
export const defineCustomElementTaroSwiperCore = nothing
export const defineCustomElementTaroSwiperItemCore = nothing
export const defineCustomElementTaroTabbar = nothing
export default nothing
