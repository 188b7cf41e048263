export default definePageConfig({
  navigationBarTitleText: '地点',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
