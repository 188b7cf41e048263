import { useEffect, useState } from 'react'
import { Page } from '@/components/page/page'
import { SearchBox } from '@/components/search-box/search-box'
import { useSession } from '@/hooks/use-session'
import { useSettled } from '@/hooks/use-settled'
import { useSite } from '@/hooks/use-site'
import { focusField } from '@/platform/focus'
import { usePageQuery } from '@/platform/navigation'
import { ItemGroups } from './item-groups'
import { ItemResults } from './item-results'
import { lastSearch, rememberSearch } from './last-search'

const fieldId = 'catalogue-q'
const restMs = 400

/** What can be ordered: found by everyday words, or looked through. */
export default function Catalogue() {
  const isSearching = usePageQuery().search !== undefined
  const mine = useSession()?.person.community
  const district = useSite()?.district
  const org = (mine ?? district)?.code
  const [typed, setTyped] = useState(lastSearch)
  const settled = useSettled(typed.trim(), restMs)
  // An empty field shows everything again at once.
  const q = typed.trim() === '' ? '' : settled
  useEffect(() => {
    if (isSearching) focusField(fieldId)
  }, [isSearching])

  function change(value: string) {
    setTyped(value)
    rememberSearch(value)
  }

  return (
    <Page title="我要点单" isRefreshable>
      <SearchBox
        id={fieldId}
        label="找服务"
        placeholder="例如：老人补贴、开证明"
        value={typed}
        maxLength={50}
        onChange={change}
      />
      {org !== undefined && q !== '' ? <ItemResults org={org} q={q} /> : <ItemGroups org={org} />}
    </Page>
  )
}
