export default definePageConfig({ navigationBarTitleText: '填写点单' })
