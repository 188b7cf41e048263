export default definePageConfig({
  navigationBarTitleText: '公示屏',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
