export default definePageConfig({
  navigationBarTitleText: '查看记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
