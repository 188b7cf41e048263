export default definePageConfig({
  navigationBarTitleText: '心窝窝集市',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
