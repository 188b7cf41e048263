export default definePageConfig({
  navigationBarTitleText: '选时间',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
