export default definePageConfig({
  navigationBarTitleText: '实事工作台',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
