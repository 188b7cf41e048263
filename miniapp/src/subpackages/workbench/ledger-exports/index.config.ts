export default definePageConfig({
  navigationBarTitleText: '导出记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
