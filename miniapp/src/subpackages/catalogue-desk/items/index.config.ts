export default definePageConfig({
  navigationBarTitleText: '服务事项',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
