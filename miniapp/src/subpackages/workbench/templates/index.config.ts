export default definePageConfig({
  navigationBarTitleText: '常用回复',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
