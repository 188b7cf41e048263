export default definePageConfig({ navigationBarTitleText: '编写事项' })
