export default definePageConfig({
  navigationBarTitleText: '测评结果',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
