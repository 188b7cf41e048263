import { useElder } from '@/hooks/use-elder'
import { elder, type ElderSize } from '@/platform/elder'
import { Box } from '../box/box'
import { Choice } from '../choice/choice'
import { Switch } from '../switch/switch'
import styles from './elder.module.scss'

const sizes = [
  { value: 'large', word: '大' },
  { value: 'larger', word: '特大' },
  { value: 'largest', word: '最大' },
] as const satisfies readonly { value: ElderSize; word: string }[]

/** Elder mode and its letter size; the sample is drawn as every page is from now on. */
export function ElderSettings() {
  const { isOn, size } = useElder()
  return (
    <Box as="section" className={styles.settings}>
      <Box className={styles.card}>
        <Switch
          label="长辈版"
          detail={isOn ? '开着：字大、按钮大、颜色深' : '关着：打开后字更大、按钮更大'}
          isOn={isOn}
          onTurn={elder.turn}
        />
      </Box>
      {isOn && (
        <>
          <Choice id="elder-size" label="字的大小" options={sizes} value={size} onChange={elder.choose} isInline />
          <Box as="p" className={styles.sample}>
            看看这样大小合不合适：社区已接单，李师傅明天下午上门。
          </Box>
        </>
      )}
    </Box>
  )
}
