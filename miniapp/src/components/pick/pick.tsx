import { View } from '@tarojs/components'
import type { PickProps } from './pick.types'
import { pickClass } from './pick-class'

export function Pick({ label, isChosen, isOff, className, onPick, children }: PickProps) {
  return (
    <View
      className={pickClass(isChosen, isOff, className)}
      ariaRole="button"
      ariaLabel={isChosen ? `${label}，已选` : label}
      ariaDisabled={Boolean(isOff)}
      onClick={() => {
        if (!isOff) onPick()
      }}
    >
      {children}
    </View>
  )
}
