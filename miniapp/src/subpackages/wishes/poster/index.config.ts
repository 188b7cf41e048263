export default definePageConfig({
  navigationBarTitleText: '心愿海报',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
