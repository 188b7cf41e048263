export default definePageConfig({ navigationBarTitleText: '编辑大厅名片' })
