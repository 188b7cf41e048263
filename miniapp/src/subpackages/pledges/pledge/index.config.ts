export default definePageConfig({
  navigationBarTitleText: '实事进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
