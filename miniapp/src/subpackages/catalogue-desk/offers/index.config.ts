export default definePageConfig({
  navigationBarTitleText: '由谁提供',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
