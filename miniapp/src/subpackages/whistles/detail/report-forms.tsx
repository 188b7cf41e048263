import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { usePhotos } from '@/hooks/use-photos'
import { focusField } from '@/platform/focus'
import { useWhistleAct, type FormProps } from './use-whistle-act'

interface ReportFormProps extends FormProps {
  route: 'whistles.progress' | 'whistles.finish'
  label: string
  submitWord: string
  done: string
}

/** What was done, in words and pictures; everyone who has a part in it sees it. */
function ReportForm(props: ReportFormProps) {
  const { whistle, route, label, submitWord, done } = props
  const photos = usePhotos(`${route}:${whistle.id}`)
  const { send, isBusy, problem } = useWhistleAct(route, props, done, ({ fields }) => photos.tray.refuse(fields))
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)
  const isEmpty = note.trim() === ''

  async function submit() {
    setTried(true)
    if (isEmpty) return focusField('note')
    if (!photos.isReady()) return focusField('report-photos')
    if (await send({ note, ...photos.body() })) photos.tray.clear()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <TextArea
        id="note"
        label={label}
        value={note}
        maxLength={2000}
        rows={5}
        placeholder="街道和其他部门都会看到。不写居民的姓名和电话"
        error={hasTried && isEmpty ? '请写一句办了什么' : undefined}
        onChange={setNote}
        isRequired
      />
      <PhotoPicker id="report-photos" photos={photos} />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        {submitWord}
      </Button>
    </Form>
  )
}

export const ProgressForm = (props: FormProps) => (
  <ReportForm {...props} route="whistles.progress" label="办到哪一步了" submitWord="记下进展" done="已记下" />
)

export const FinishForm = (props: FormProps) => (
  <ReportForm {...props} route="whistles.finish" label="处置结果" submitWord="报告处置完成" done="已报告，等街道销哨" />
)
