export default definePageConfig({
  navigationBarTitleText: '十件实事',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
