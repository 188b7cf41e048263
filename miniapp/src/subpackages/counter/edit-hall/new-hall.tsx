import { useState } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Choice } from '@/components/choice/choice'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { useAct } from '@/hooks/use-act'
import { usePhotos } from '@/hooks/use-photos'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { replace } from '@/platform/navigation'
import { HallFields } from './hall-fields'
import { emptyForm } from './hall-form'
import styles from './index.module.scss'

/** A hall begins with the usual hours and nothing to serve: its schedule comes next. */
export function NewHall({ membership }: { membership: Membership }) {
  const [level, setLevel] = useState<'own' | 'below'>('own')
  const [community, setCommunity] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const photos = usePhotos('hall:new')
  const create = useAct('halls.create', ({ fields }) => photos.tray.refuse(fields))
  const { code, name } = membership.org
  const orgCode = level === 'own' ? code : community

  async function add(body: Parameters<Parameters<typeof HallFields>[0]['onSubmit']>[0]) {
    setMissing(orgCode === undefined)
    if (orgCode === undefined) return focusField('hall-org-community')
    const hall = await create.act({ body: { orgCode, ...body, ...photos.body() } })
    if (!hall) return
    photos.tray.clear()
    say('大厅建好了，接着写办理时间和事项')
    replace('hall-schedule', { hall: hall.id })
  }

  return (
    <>
      {membership.org.level !== 'community' && (
        <Box className={styles.form}>
          <Choice
            id="hall-level"
            label="给哪里建"
            options={[
              { value: 'own', word: name },
              { value: 'below', word: '下面的社区（村）' },
            ]}
            value={level}
            onChange={setLevel}
            isInline
          />
          {level === 'below' && (
            <CommunityPicker
              id="hall-org"
              value={community}
              onChange={setCommunity}
              error={isMissing ? '请选择是哪个社区（村）的大厅' : undefined}
            />
          )}
        </Box>
      )}
      <HallFields
        initial={emptyForm}
        photos={photos}
        isBusy={create.isBusy}
        problem={create.problem}
        submitWord="建好大厅"
        onSubmit={(body) => void add(body)}
      />
    </>
  )
}
