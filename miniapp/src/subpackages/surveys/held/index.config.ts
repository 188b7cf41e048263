export default definePageConfig({
  navigationBarTitleText: '测评情况',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
