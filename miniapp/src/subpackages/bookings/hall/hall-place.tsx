import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { MapLink } from '@/components/map-link/map-link'
import { PrintButton } from '@/components/order-view/print-button'
import { Phone } from '@/components/phone/phone'
import { QrCode } from '@/components/qr-code/qr-code'
import { ShareButton } from '@/components/share-button/share-button'
import { sharedAddress } from '@/platform/share'
import styles from './index.module.scss'

/** Where it is, whom to ring up, and the code that leads here. */
export function HallPlace({ hall }: { hall: Hall }) {
  const url = sharedAddress('hall', { id: hall.id })
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        怎么去
      </Box>
      <Box as="p" className={styles.line}>
        {hall.address}
      </Box>
      {hall.directions !== null && (
        <Box as="p" className={styles.quiet}>
          {hall.directions}
        </Box>
      )}
      {hall.point && <MapLink point={hall.point} name={hall.name} />}
      <Box as="p" className={styles.phones}>
        电话{' '}
        {hall.phones.map((phone) => (
          <Box as="span" key={phone} className={styles.phone}>
            <Phone number={phone} />
          </Box>
        ))}
      </Box>
      <Box className={styles.code}>
        <Box className={styles.picture}>
          <QrCode text={url} alt={`二维码：扫一扫打开${hall.name}的名片`} />
        </Box>
        <Box>
          <Box as="p" className={styles.quiet}>
            扫一扫，打开这张名片
          </Box>
          <Box className={styles.buttons}>
            <ShareButton title={hall.name} url={url} />
            <PrintButton />
          </Box>
        </Box>
      </Box>
    </Box>
  )
}
