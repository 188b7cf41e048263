import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import { useWhistleAct, type FormProps } from './use-whistle-act'

interface NoteFormProps extends FormProps {
  route: 'whistles.refuse' | 'whistles.contact' | 'whistles.send-back' | 'whistles.withdraw' | 'whistles.close'
  label: string
  placeholder: string
  /** What to say when nothing was written; undefined where words may be missing. */
  missing?: string
  submitWord: string
  done: string
  isDanger?: boolean
}

/** The actions that carry words alone. */
function NoteForm(props: NoteFormProps) {
  const { route, label, placeholder, missing, submitWord, done, isDanger } = props
  // All of them take a note.
  const { send, isBusy, problem } = useWhistleAct(route as 'whistles.contact', props, done)
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)
  const isMissing = missing !== undefined && note.trim() === ''

  async function submit() {
    setTried(true)
    if (isMissing) return focusField('note')
    await send({ note })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <TextArea
        id="note"
        label={label}
        value={note}
        maxLength={2000}
        rows={4}
        placeholder={placeholder}
        error={hasTried && isMissing ? missing : undefined}
        onChange={setNote}
        isRequired={missing !== undefined}
      />
      <Button kind={isDanger ? 'danger' : 'primary'} isSubmit isBusy={isBusy}>
        {submitWord}
      </Button>
    </Form>
  )
}

export const RefuseForm = (props: FormProps) => (
  <NoteForm
    {...props}
    route="whistles.refuse"
    label="为什么不该吹给我们"
    placeholder="依据哪条职责，应该由谁来办"
    missing="请写明理由，区里要看"
    submitWord="提交区里审"
    done="已提交，等区里决定"
  />
)

export const ContactForm = (props: FormProps) => (
  <NoteForm
    {...props}
    route="whistles.contact"
    label="怎么联系的"
    placeholder="和谁通了话，约好什么时候到场"
    missing="请写一句怎么联系的"
    submitWord="记下联系"
    done="已记下"
  />
)

export const SendBackForm = (props: FormProps) => (
  <NoteForm
    {...props}
    route="whistles.send-back"
    label="哪里还没办好"
    placeholder="现场看到什么，还要做什么"
    missing="请写明哪里还没办好"
    submitWord="退回再办"
    done="已退回"
  />
)

export const CloseForm = (props: FormProps) => (
  <NoteForm
    {...props}
    route="whistles.close"
    label="核实情况"
    placeholder="现场看过没有，结果怎么样"
    submitWord="销哨"
    done="已销哨，请评一评各部门"
  />
)

export const WithdrawForm = (props: FormProps) => (
  <NoteForm
    {...props}
    route="whistles.withdraw"
    label="为什么撤回"
    placeholder="部门会看到，已记下的超期不会消失"
    missing="请写明为什么撤回"
    submitWord="撤回这个哨"
    done="已撤回"
    isDanger
  />
)
