import type { BoardChild, OrgRef } from '@xinban/shared/contracts'
import { lightWords, lights } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { LightBadge } from './light-badge'
import styles from './board.module.scss'

/** Downwards and upwards: district, street, community. */
export function Below({ parent, list }: { parent: OrgRef | null; list: readonly BoardChild[] }) {
  return (
    <Box as="section" className={styles.below}>
      {parent && (
        <Link to="board" query={{ org: parent.code }} className={styles.link}>
          ‹ {parent.name}
        </Link>
      )}
      {list.length > 0 && (
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
                  <Box className={styles.childLights}>
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
      )}
    </Box>
  )
}
