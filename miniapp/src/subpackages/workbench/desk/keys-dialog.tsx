import { Dialog } from '@/components/dialog/dialog'
import styles from './desk.module.scss'

const keys: readonly (readonly [key: string, what: string])[] = [
  ['j 或 ↓', '下一行'],
  ['k 或 ↑', '上一行'],
  ['回车', '打开这一单'],
  ['a', '接单'],
  ['x', '选上或不选，用来批量接单'],
  ['/', '找单'],
  ['1 到 9', '换视图'],
  ['r', '重新取一遍'],
  ['Esc', '关上，回到列表'],
  ['?', '看这张表'],
]

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="键盘怎么用" confirmWord="知道了" cancelWord="关闭" onConfirm={onClose} onCancel={onClose}>
      <dl className={styles.keys}>
        {keys.map(([key, what]) => (
          <div key={key} className={styles.keyLine}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
