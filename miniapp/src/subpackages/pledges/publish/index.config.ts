export default definePageConfig({
  navigationBarTitleText: '公布清单',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
