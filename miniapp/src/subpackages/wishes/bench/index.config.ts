export default definePageConfig({
  navigationBarTitleText: '单位工作台',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
