export default definePageConfig({
  navigationBarTitleText: '叫号屏',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
