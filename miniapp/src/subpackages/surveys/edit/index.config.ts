export default definePageConfig({ navigationBarTitleText: '编写测评' })
