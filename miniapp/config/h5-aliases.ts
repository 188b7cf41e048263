import path from 'node:path'

const nothing = path.resolve(__dirname, 'h5-nothing.js')

/**
 * What Taro brings into a browser and nobody there uses: its own elements (the kit is native HTML, the Page component
 * draws the tab bar, pages are not pulled down) with their runtime and their styles, and stand-ins for what every
 * browser that is built for has. Together a fifth of the JavaScript before the first page.
 */
export const h5Aliases = {
  '@tarojs/components/dist/components$': nothing,
  '@tarojs/components/dist/taro-components/taro-components.css$': nothing,
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only$': nothing,
  'whatwg-fetch$': nothing,
  'jsonp-retry$': nothing,
}
