import type { BoardChild } from '@xinban/shared/contracts'
import { lightWords, lights } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { LightBadge } from './light-badge'
import styles from './board.module.scss'

/** What stands under the org, each with the lights of everything below it; leads there. */
export function Children({ list }: { list: readonly BoardChild[] }) {
  if (list.length === 0) return null
  return (
    <>
      <Box as="h2" className={styles.heading}>
        {list[0]?.org.level === 'street' ? '各街道（镇）' : '各社区（村）'}
      </Box>
      <Box as="ul" className={styles.children}>
        {list.map(({ org, pledges, lights: counts }) => (
          <Box as="li" key={org.code}>
            <Link to="board" query={{ org: org.code }} className={styles.child}>
              <Box as="span" className={styles.childName}>
                {org.name}
              </Box>
              <Box as="span" className={styles.figureDetail}>
                {pledges === 0 ? '还没有公布' : `${pledges} 件`}
              </Box>
              <Box as="span" className={styles.childLights}>
                {lights
                  .filter((light) => counts[light] > 0)
                  .map((light) => (
                    <LightBadge key={light} light={light} word={`${lightWords[light]} ${counts[light]}`} />
                  ))}
              </Box>
            </Link>
          </Box>
        ))}
      </Box>
    </>
  )
}
