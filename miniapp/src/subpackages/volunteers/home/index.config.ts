export default definePageConfig({
  navigationBarTitleText: '志愿服务',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
