export default definePageConfig({
  navigationBarTitleText: '提供哪些服务',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
