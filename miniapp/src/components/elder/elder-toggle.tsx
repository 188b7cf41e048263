import { useElder } from '@/hooks/use-elder'
import { elder } from '@/platform/elder'
import { Box } from '../box/box'
import { Chips } from '../chips/chips'
import styles from './elder.module.scss'

const modes = [
  { value: 'standard', word: '标准版' },
  { value: 'elder', word: '长辈版' },
] as const

/** Elder mode at the top of the first page; both words stay, so that the way back is as plain as the way in. */
export function ElderToggle() {
  const { isOn } = useElder()
  return (
    <Box className={styles.toggle}>
      <Chips
        label="显示方式"
        options={modes}
        chosen={[isOn ? 'elder' : 'standard']}
        onToggle={(mode) => elder.turn(mode === 'elder')}
      />
    </Box>
  )
}
