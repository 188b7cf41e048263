export default definePageConfig({
  navigationBarTitleText: '心愿',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
