export default definePageConfig({
  navigationBarTitleText: '服务说明',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
