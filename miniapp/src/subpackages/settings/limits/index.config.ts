export default definePageConfig({
  navigationBarTitleText: '办理时限',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
