export default definePageConfig({
  navigationBarTitleText: '人员变动',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
