import { useState, type ReactNode } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useLocate } from '@/hooks/use-locate'
import type { Photos } from '@/hooks/use-photos'
import { focusField } from '@/platform/focus'
import type { ApiProblem } from '@/platform/problem'
import { pointWords, readForm, type HallForm } from './hall-form'
import styles from './index.module.scss'

interface HallFieldsProps {
  initial: HallForm
  photos: Photos
  /** Pictures that the card has already. */
  pictures?: ReactNode
  isBusy: boolean
  problem: ApiProblem | undefined
  submitWord: string
  onSubmit: (body: ReturnType<typeof readForm>['body']) => void
}

const photosId = 'hall-photos'

export function HallFields({ initial, photos, pictures, isBusy, problem, submitWord, onSubmit }: HallFieldsProps) {
  const [form, setForm] = useState(initial)
  const [hasTried, setTried] = useState(false)
  const location = useLocate()
  const { errors, body } = readForm(form)
  const errorOf = (key: keyof HallForm) => (hasTried ? errors[key] : undefined) ?? problem?.fields[key]
  const field = (key: keyof HallForm) => ({
    ...{ id: `hall-${key}`, value: form[key], error: errorOf(key) },
    onChange: (value: string) => setForm((before) => ({ ...before, [key]: value })),
  })

  async function locate() {
    const position = await location.find()
    if (position) setForm((before) => ({ ...before, point: pointWords(position.point) }))
  }

  function submit() {
    setTried(true)
    const [first] = Object.keys(errors)
    if (first !== undefined) return focusField(`hall-${first}`)
    if (!photos.isReady()) return focusField(photosId)
    onSubmit(body)
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Field {...field('name')} label="大厅叫什么" placeholder="例如：东关社区便民服务站" maxLength={40} isRequired />
      <Field {...field('address')} label="地址" maxLength={120} isRequired />
      <Field {...field('directions')} label="怎么走" placeholder="几楼、从哪个门进、坐几路车" maxLength={200} />
      <Field {...field('phones')} label="电话" hint="写单位的电话，最多 4 个，用顿号隔开" maxLength={80} isRequired />
      <Field
        {...field('point')}
        label="地图上的位置"
        hint="先纬度后经度，用高德或腾讯地图上的坐标；有位置，居民才能找到离自己近的"
        maxLength={40}
      />
      <Box className={styles.locate}>
        <Button size="small" isBusy={location.isBusy} onPress={() => void locate()}>
          用我现在站的位置
        </Button>
        {location.refusal !== undefined && (
          <Box as="p" className={styles.quiet} role="alert">
            {location.refusal}
          </Box>
        )}
      </Box>
      <TextArea
        {...field('windows')}
        label="窗口"
        placeholder={'1 综合窗口\n2 社保窗口'}
        hint="一行一个，先写号再写名；叫号时用这个号"
        rows={4}
        maxLength={1500}
      />
      {pictures}
      <PhotoPicker id={photosId} photos={photos} hint="门头、入口、窗口的照片，最多 6 张；不要拍到办事的人" />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        {submitWord}
      </Button>
    </Form>
  )
}
