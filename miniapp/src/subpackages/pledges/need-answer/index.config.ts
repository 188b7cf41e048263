export default definePageConfig({
  navigationBarTitleText: '答复需求',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
