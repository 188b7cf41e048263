export default definePageConfig({
  navigationBarTitleText: '我要预约',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
