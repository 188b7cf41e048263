import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { useSession } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { forgetPerson, readPeople, type Remembered } from './remembered-people'
import styles from './index.module.scss'

/** The people whom one ordered for before on this device: one tap fills them in. */
export function PeopleChoice({ onChoose }: { onChoose: (person: Remembered) => void }) {
  const session = useSession()
  const [people, setPeople] = useState(() => (session ? readPeople(session) : []))
  if (!session || people.length === 0) return null
  return (
    <Box as="section" className={styles.people}>
      <Box as="h3" className={styles.peopleTitle}>
        替谁点过
      </Box>
      <Box as="ul" className={styles.peopleList}>
        {people.map((person) => (
          <Box as="li" key={`${person.behalfName} ${person.behalfRelation}`} className={styles.person}>
            <Button className={styles.personName} onPress={() => onChoose(person)}>
              {person.behalfName}（{person.behalfRelation}）
            </Button>
            <Button
              kind="plain"
              size="small"
              label={`不再记住${person.behalfName}`}
              onPress={() => {
                setPeople(forgetPerson(session, person))
                say(`不再记住${person.behalfName}了`)
              }}
            >
              删除
            </Button>
          </Box>
        ))}
      </Box>
      <Box as="p" className={styles.note}>
        只记在这台设备上，退出登录就没有了。
      </Box>
    </Box>
  )
}
