export default definePageConfig({
  navigationBarTitleText: '单位和志愿队',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
