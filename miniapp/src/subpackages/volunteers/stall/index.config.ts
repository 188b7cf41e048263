export default definePageConfig({
  navigationBarTitleText: '集市工作台',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
