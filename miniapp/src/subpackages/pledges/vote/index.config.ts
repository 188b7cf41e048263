export default definePageConfig({
  navigationBarTitleText: '票决',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
