export default definePageConfig({
  navigationBarTitleText: '心愿墙',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
