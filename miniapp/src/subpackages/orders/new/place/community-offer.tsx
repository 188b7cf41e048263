import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import styles from './place.module.scss'

interface CommunityOfferProps {
  community: { code: string; name: string }
  onSwitch: () => void
}

/** The place seems to lie in another community than the one chosen; the person decides. */
export function CommunityOffer({ community: { name }, onSwitch }: CommunityOfferProps) {
  return (
    <Box className={styles.offer} role="status">
      <Box as="p" className={styles.offerWords}>
        这里像是{name}，要由{name}来办吗？
      </Box>
      <Button size="small" onPress={onSwitch}>
        换成{name}
      </Button>
    </Box>
  )
}
