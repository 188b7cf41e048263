import { useState } from 'react'
import { useSession } from '@/hooks/use-session'
import { forget, keep, readKept } from '@/platform/storage'
import { emptyDraft, isKind, type Draft } from './draft'

interface Kept {
  personId: string
  draft: Draft
}

interface Start {
  kind: string | undefined
  serviceItemId: string | undefined
}

/** Begins with what this person left unfinished, when it was the same thing that they now order. */
function begin(start: Start, personId: string, communityCode: string): Draft {
  const kind = isKind(start.kind) ? start.kind : emptyDraft.kind
  const serviceItemId = start.serviceItemId ?? ''
  const kept = readKept<Kept>('draft')
  const isSame = kept?.personId === personId && kept.draft.serviceItemId === serviceItemId
  const base = isSame ? { ...emptyDraft, ...kept.draft, hasConsent: false } : emptyDraft
  return { ...base, kind, serviceItemId, communityCode: base.communityCode || communityCode }
}

/** The form's content, kept on the device with every change until the order is placed. */
export function useDraft(start: Start) {
  const session = useSession()
  const personId = session?.person.id ?? ''
  const [draft, setDraft] = useState(() => begin(start, personId, session?.person.community?.code ?? ''))
  return {
    draft,
    change: (part: Partial<Draft>) => {
      const next = { ...draft, ...part }
      setDraft(next)
      keep('draft', { personId, draft: next } satisfies Kept)
    },
    clear: () => forget('draft'),
  }
}
