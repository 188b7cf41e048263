export default definePageConfig({
  navigationBarTitleText: '大家提的需求',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
