export default definePageConfig({
  navigationBarTitleText: '我的资料存了什么',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
