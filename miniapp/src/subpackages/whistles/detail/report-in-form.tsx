import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useLocate } from '@/hooks/use-locate'
import { focusField } from '@/platform/focus'
import { useWhistleAct, type FormProps } from './use-whistle-act'
import styles from './index.module.scss'

/** Being at the place, by the code that the street shows there or by where the phone is. */
export function ReportInForm(props: FormProps) {
  const { send, isBusy, problem } = useWhistleAct('whistles.report-in', props, '已报到')
  const { find, isBusy: isLocating, refusal } = useLocate()
  const [placeCode, setPlaceCode] = useState('')
  const [hasTried, setTried] = useState(false)
  const isComplete = /^\d{6}$/.test(placeCode.trim())

  async function byCode() {
    setTried(true)
    if (!isComplete) return focusField('placeCode')
    await send({ placeCode: placeCode.trim() })
  }
  async function byPosition() {
    const position = await find()
    if (position) await send({ point: position.point })
  }

  return (
    <Form onSubmit={() => void byCode()}>
      <ProblemNote problem={problem} />
      <Field
        id="placeCode"
        label="到场码"
        value={placeCode}
        type="number"
        maxLength={6}
        placeholder="6 位数字"
        hint="现场的街道工作人员手机上看得到"
        error={hasTried && !isComplete ? '到场码是 6 位数字，请再看一下' : undefined}
        onChange={setPlaceCode}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        凭到场码报到
      </Button>
      {props.whistle.point && (
        <Box className={styles.other}>
          <Button isBusy={isLocating} onPress={() => void byPosition()}>
            用手机定位报到
          </Button>
          <Box as="p" className={styles.detail} role={refusal === undefined ? undefined : 'alert'}>
            {refusal ?? '离现场 300 米以内可以报到；只记距离，不存你的位置'}
          </Box>
        </Box>
      )}
    </Form>
  )
}
