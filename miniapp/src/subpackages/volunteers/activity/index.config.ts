export default definePageConfig({
  navigationBarTitleText: '志愿活动',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
