export default definePageConfig({
  navigationBarTitleText: '我要点单',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
