/** What a person may agree to. */
export const consentKinds = ['personal_data'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** Whose word it is that someone agreed: their own, the demo's, or of whoever imports what people sent elsewhere. */
export const consentSources = ['self', 'demo', 'import'] as const
export type ConsentSource = (typeof consentSources)[number]

/** The day from which the words below hold; new words are a new version, and everyone is asked again. */
export const privacyNoticeVersion = '2026-11-25'

interface NoticePart {
  readonly title: string
  readonly lines: readonly string[]
}

/** What is kept, for what, who sees it, how long, and what one can do (Personal Information Protection Law, art. 17). */
export const privacyNotice: readonly NoticePart[] = [
  {
    title: '存了什么',
    lines: [
      '你填的称呼、确认过的手机号、你选的社区。',
      '你点的单：写的话、照片、地点、联系方式，还有你的评价。',
      '你约的时间和排队号；替家人预约时，填的称呼和电话。',
      '用微信登录时，微信给的一个编号。不存身份证号，也不读通讯录。',
      '你点了用现在的位置，才会取一次位置，跟着那个单走。',
      '这台设备的一个随机编号。存下的只是加密算出的一串字，认不出是哪台设备、是谁。',
    ],
  },
  {
    title: '拿来做什么',
    lines: [
      '只用来办你点的单、联系你、看办得好不好。不做广告，不卖给别人。',
      '设备编号只用来防刷评价：看评价是不是本人的设备评的，同一台设备是不是评得太多太快。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '正在办这个单的人能看到电话和地址，看一次记一次。',
      '街道和区里的工作人员要写明理由才能看，也会记下来。',
      '别人看到的都打了星号，比如 138****8000。',
      '你愿意公开的单，公开的只有标题、类别、社区和办到哪一步。',
    ],
  },
  {
    title: '存多久',
    lines: [
      '单办完以后还会留着，以后有争议能查。',
      '注销以后，只留单号和办理的经过，没有你的名字和话。',
      '传了没用上的照片，一天后自动删除。',
      '登录到期会自动退出。',
      '设备编号算出的那串字，30 天后自动删除。',
    ],
  },
  {
    title: '你可以怎么做',
    lines: [
      '改：在「我的资料」里改称呼、手机号和社区。',
      '看和导出：在「我的资料存了什么」里看，也能导出一份。',
      '删：在「我的资料存了什么」里注销账号，你写的话、照片和联系方式都删掉。',
      '不同意也能看办事指南和公开的单，只是不能点单。同意以后，随时可以收回。',
    ],
  },
]
