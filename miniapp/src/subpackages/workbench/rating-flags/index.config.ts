export default definePageConfig({
  navigationBarTitleText: '评价提示',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
