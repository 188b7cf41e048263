export default definePageConfig({ navigationBarTitleText: '公布清单' })
