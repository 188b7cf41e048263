import { pages, tabs } from './platform/pages'

const isH5 = process.env.TARO_ENV === 'h5'
const inSubpackage = (root: string): string[] =>
  Object.values(pages).flatMap(({ path }) => (path.startsWith(`${root}/`) ? [path.slice(root.length + 1)] : []))
const subPackage = (root: string) => ({ root, pages: inSubpackage(root) })
const icon = (page: string, isSelected: boolean) => `assets/tab-${page}${isSelected ? '-on' : ''}.png`

export default defineAppConfig({
  pages: tabs.map((tab) => pages[tab.page].path),
  subPackages: ['orders', 'wishes', 'workbench', 'catalogue-desk', 'scores', 'settings', 'account'].map((name) =>
    subPackage(`subpackages/${name}`),
  ),
  lazyCodeLoading: 'requiredComponents',
  animation: false,
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用来找到离你近的地点，只给办这件事的人看' } },
  window: {
    navigationBarTitleText: '心办',
    navigationBarBackgroundColor: '#F7F5F2',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F7F5F2',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    // Taro's own bar has no roles in a browser; there the Page component draws one.
    custom: isH5,
    color: '#57606A',
    selectedColor: '#1F6F6B',
    backgroundColor: '#FFFFFF',
    list: tabs.map(({ page, word }) => ({
      pagePath: pages[page].path,
      text: word,
      // Where the bar is drawn by the Page component they would only be downloaded.
      ...(!isH5 && { iconPath: icon(page, false), selectedIconPath: icon(page, true) }),
    })),
  },
})
