export default definePageConfig({
  navigationBarTitleText: '哪里能办',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
