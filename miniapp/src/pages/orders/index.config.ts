export default definePageConfig({
  navigationBarTitleText: '我的单',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
