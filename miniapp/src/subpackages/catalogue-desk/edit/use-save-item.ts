import { useState } from 'react'
import type { EditableItem } from '@xinban/shared/contracts'
import { useAct } from '@/hooks/use-act'
import type { ApiProblem } from '@/platform/problem'
import { placeErrors, type ItemErrors } from './item-errors'
import { toContent, type ItemForm } from './item-form'

interface SaveItem {
  save: (form: ItemForm, version: number | null) => Promise<EditableItem | undefined>
  isBusy: boolean
  /** What belongs to no field. */
  problem: ApiProblem | undefined
  /** A colleague saved the same item after this one was opened. */
  isOvertaken: boolean
  settleOvertaken: () => void
}

const overtaken: readonly string[] = ['version_mismatch', 'lost_race']

/** Sends the editor's content: begins an item, or saves the draft of one. */
export function useSaveItem(
  item: EditableItem | undefined,
  districtCode: string,
  onErrors: (errors: ItemErrors) => void,
): SaveItem {
  const [isOvertaken, setOvertaken] = useState(false)
  const create = useAct('service-items.create', find)
  const draft = useAct('service-items.save-draft', find)
  const problem = create.problem ?? draft.problem

  function find(failed: ApiProblem) {
    setOvertaken(overtaken.includes(failed.code))
    if (failed.code === 'already_exists') onErrors({ name: failed.message })
    else onErrors(placeErrors(failed.fields).errors)
  }

  return {
    save: async (form, version) => {
      const content = toContent(form)
      const saved = item
        ? await draft.act({ params: { id: item.id }, body: { content }, ...(version !== null && { version }) })
        : await create.act({ body: { districtCode, content } })
      if (saved) setOvertaken(false)
      return saved
    },
    isBusy: create.isBusy || draft.isBusy,
    problem: isOnlyOfFields(problem) ? undefined : problem,
    isOvertaken,
    settleOvertaken: () => setOvertaken(false),
  }
}

function isOnlyOfFields(problem: ApiProblem | undefined): boolean {
  if (!problem) return false
  if (problem.code === 'already_exists' || overtaken.includes(problem.code)) return true
  const { errors, rest } = placeErrors(problem.fields)
  return rest.length === 0 && Object.keys(errors).length > 0
}
