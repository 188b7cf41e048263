import { useState } from 'react'
import { useSession } from '@/hooks/use-session'
import { forget, keep, readKept } from '@/platform/storage'
import type { SignedIn } from '@/platform/session'
import { emptyDraft, isKind, type Draft } from './draft'
import { readContact } from './last-contact'

interface Kept {
  personId: string
  draft: Draft
}

interface Start {
  kind: string | undefined
  serviceItemId: string | undefined
  /** Words that were typed on the page before; they wait when something else is unfinished. */
  title: string | undefined
}

/** Whether it was left where this page begins: own words may have led to a service meanwhile. */
function isSameThing({ serviceItemId, ownKind }: Partial<Draft>, start: Start): boolean {
  return serviceItemId === (start.serviceItemId ?? '') || (start.serviceItemId === undefined && Boolean(ownKind))
}

/** Begins with what this person left unfinished, when it was the same thing that they now order; else with the contact of last time. */
function begin(start: Start, session: SignedIn | null): Draft {
  const personId = session?.person.id ?? ''
  const communityCode = session?.person.community?.code ?? ''
  const kept = readKept<Kept>('draft')
  const isKept = kept?.personId === personId && isSameThing(kept.draft, start)
  const fresh = { ...emptyDraft, ...(session && readContact(session)) }
  const base = isKept ? { ...emptyDraft, ...kept.draft, hasConsent: false } : fresh
  const kind = isKind(start.kind) ? start.kind : emptyDraft.kind
  return {
    ...base,
    kind: base.ownKind === '' ? kind : base.kind,
    serviceItemId: start.serviceItemId ?? base.serviceItemId,
    communityCode: base.communityCode || communityCode,
    title: base.title || (start.title ?? ''),
  }
}

/** The form's content, kept on the device with every change until the order is placed. */
export function useDraft(start: Start) {
  const session = useSession()
  const personId = session?.person.id ?? ''
  const [draft, setDraft] = useState(() => begin(start, session))
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
