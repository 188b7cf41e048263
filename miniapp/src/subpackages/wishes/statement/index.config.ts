export default definePageConfig({
  navigationBarTitleText: '年度小结',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
