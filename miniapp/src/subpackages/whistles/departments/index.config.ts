export default definePageConfig({ navigationBarTitleText: '部门名单', enablePullDownRefresh: true })
