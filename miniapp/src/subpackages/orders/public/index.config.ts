export default definePageConfig({
  navigationBarTitleText: '社区里大家在说',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
