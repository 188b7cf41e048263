export default definePageConfig({
  navigationBarTitleText: '心办',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
