export default definePageConfig({
  navigationBarTitleText: '各社区的十件实事',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
