export default definePageConfig({
  navigationBarTitleText: '答复异议',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
