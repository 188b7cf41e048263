export default definePageConfig({ navigationBarTitleText: '提供哪些服务' })
