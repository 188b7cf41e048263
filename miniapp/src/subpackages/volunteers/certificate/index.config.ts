export default definePageConfig({
  navigationBarTitleText: '服务证明',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
