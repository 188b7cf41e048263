import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Picture } from '@/components/picture/picture'
import { QrCode } from '@/components/qr-code/qr-code'
import { sharedAddress } from '@/platform/share'
import { hallLevel, hallPhotos, scopeWords } from '@/words/bookings'
import { Hours } from './hours'
import styles from './paper.module.scss'

/** The card on a sheet of A4, for the notice board: large enough to be read standing. */
export function HallPaper({ hall }: { hall: Hall }) {
  return (
    <Box as="article" className={styles.sheet}>
      <Box as="p" className={styles.level}>
        {hallLevel(hall)} · {hall.org.name}
        {hall.isDemo && ' · 演示数据'}
      </Box>
      <Box as="h2" className={styles.name}>
        {hall.name}
      </Box>
      <Box className={styles.columns}>
        <Box className={styles.facts}>
          <Box as="p" className={styles.fact}>
            地址：{hall.address}
          </Box>
          {hall.directions !== null && (
            <Box as="p" className={styles.directions}>
              {hall.directions}
            </Box>
          )}
          <Box as="p" className={styles.fact}>
            电话：{hall.phones.join('、')}
          </Box>
          <Hours hall={hall} />
        </Box>
        <Box className={styles.code}>
          <QrCode
            text={sharedAddress('hall', { id: hall.id })}
            alt={`${hall.name}的二维码`}
            className={styles.picture}
          />
          <Box as="p" className={styles.caption}>
            微信扫一扫
          </Box>
          <Box as="p">预约、取号、看排到几号</Box>
        </Box>
      </Box>
      {hall.pictures.length > 0 && (
        <Box className={styles.photos}>
          {hallPhotos(hall)
            .slice(0, 3)
            .map(({ id, url, alt }) => (
              <Box key={id} className={styles.photo}>
                <Picture url={url} alt={alt} />
              </Box>
            ))}
        </Box>
      )}
      <Box as="h2" className={styles.heading}>
        能办什么
      </Box>
      <Box as="ul" className={styles.items}>
        {hall.items.map(({ id, name, scope }) => (
          <Box as="li" key={id} className={styles.item}>
            {name}
            {scope !== 'own' && `（${scopeWords[scope]}）`}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
