export default definePageConfig({
  navigationBarTitleText: '工作日',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
