export default definePageConfig({
  navigationBarTitleText: '志愿队工作台',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
