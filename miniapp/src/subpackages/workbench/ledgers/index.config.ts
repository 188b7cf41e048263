export default definePageConfig({
  navigationBarTitleText: '台账',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
