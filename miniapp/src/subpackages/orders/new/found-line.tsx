import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { focusField } from '@/platform/focus'
import { shownSimilar } from './hints-box'
import { hintsId, type TypingHints } from './use-typing-hints'
import styles from './hints.module.scss'

/**
 * Right below the title, always of the same height: says what was found while one types, and leads to it. What was
 * found itself stands below all the fields that it is about, so that nothing moves above the one that is written in.
 */
export function FoundLine({ hints: { items, similar } }: { hints: TypingHints }) {
  const words = tellFound(
    (items.waiting ?? items.shown)?.items.length ?? 0,
    Math.min((similar.waiting ?? similar.shown)?.items.length ?? 0, shownSimilar),
  )

  function look() {
    items.reveal()
    similar.reveal()
    // What was waiting has to stand there before it is led to.
    setTimeout(() => focusField(hintsId), 0)
  }

  return (
    <Box className={styles.line}>
      <Box as="p" className={styles.said} role="status">
        {words ?? '写好后会帮你看看，有没有人反映过'}
      </Box>
      {words !== undefined && (
        <Button kind="plain" size="small" className={styles.look} onPress={look}>
          看看
        </Button>
      )}
    </Box>
  )
}

function tellFound(items: number, similar: number): string | undefined {
  const parts = [similar > 0 && `相似的事 ${similar} 件`, items > 0 && `现成的服务 ${items} 项`].filter(Boolean)
  return parts.length > 0 ? `找到${parts.join('、')}` : undefined
}
