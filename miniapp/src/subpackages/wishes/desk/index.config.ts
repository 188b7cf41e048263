export default definePageConfig({
  navigationBarTitleText: '审单',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
