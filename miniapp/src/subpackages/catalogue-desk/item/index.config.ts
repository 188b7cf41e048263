export default definePageConfig({
  navigationBarTitleText: '事项',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
