import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { PlaceForm } from './place-form'

interface NewPlaceProps {
  communityCode: string
  onDone: () => void
  onCancel: () => void
}

export function NewPlace({ communityCode, onDone, onCancel }: NewPlaceProps) {
  const create = useAct('places.create')

  return (
    <PlaceForm
      id="new-place"
      initial={{ name: '', kind: 'estate', point: null }}
      isBusy={create.isBusy}
      problem={create.problem}
      onCancel={onCancel}
      onSubmit={(values) =>
        void create.act({ body: { communityCode, ...values } }).then((place) => {
          if (!place) return
          say('已加上')
          onDone()
        })
      }
    />
  )
}
