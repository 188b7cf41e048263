import { ScrollView, View } from '@tarojs/components'
import { Box } from '../box/box'
import type { TabsProps } from './tabs.types'
import styles from './tabs.module.scss'

export function Tabs<Key extends string>({ label, tabs, active, onChange }: TabsProps<Key>) {
  return (
    <ScrollView scrollX enableFlex className={styles.tabs ?? ''} ariaRole="tablist" ariaLabel={label}>
      {tabs.map(({ key, word, count }) => (
        <View
          key={key}
          className={[styles.tab, key === active && styles.active].filter(Boolean).join(' ')}
          ariaRole="tab"
          ariaSelected={key === active}
          onClick={() => onChange(key)}
        >
          {word}
          {count !== undefined && (
            <Box as="span" className={styles.count}>
              {count}
            </Box>
          )}
        </View>
      ))}
    </ScrollView>
  )
}
