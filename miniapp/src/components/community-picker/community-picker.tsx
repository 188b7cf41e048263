import { useState } from 'react'
import type { Org } from '@xinban/shared/contracts'
import { useRemote } from '@/hooks/use-remote'
import { useSite } from '@/hooks/use-site'
import { ErrorState } from '../states/states'
import { Select } from '../select/select'

interface CommunityPickerProps {
  /** Ids of both selects begin with it; errors lead to `${id}-community`. */
  id: string
  value: string | undefined
  onChange: (code: string) => void
  error?: string | undefined
}

const asOptions = (orgs: readonly Org[] | undefined) =>
  orgs?.map(({ code, name }) => ({ value: code, word: name })) ?? []
/** A community's code begins with its street's. */
const streetOf = (code: string | undefined): string | undefined => code?.slice(0, 9)

/** A community by its street: 127 names are too many for one list. */
export function CommunityPicker({ id, value, onChange, error }: CommunityPickerProps) {
  const district = useSite()?.district?.code
  const [looking, setLooking] = useState<{ street: string; from: string | undefined }>()
  // A community that was chosen meanwhile, here or elsewhere on the page, decides on its street.
  const street = looking && looking.from === value ? looking.street : streetOf(value)
  const streets = useRemote('orgs.list', district ? { query: { parent: district, level: 'street', limit: 100 } } : null)
  const communities = useRemote(
    'orgs.list',
    street ? { query: { parent: street, level: 'community', limit: 100 } } : null,
  )
  const problem = streets.problem ?? communities.problem
  const retry = () => {
    streets.reload()
    communities.reload()
  }
  if (problem && !streets.data) return <ErrorState problem={problem} onRetry={retry} />
  return (
    <>
      <Select
        id={`${id}-street`}
        label="街道（镇）"
        placeholder={streets.data ? '请选择街道（镇）' : '正在加载…'}
        options={asOptions(streets.data?.items)}
        value={street}
        onChange={(chosen) => setLooking({ street: chosen, from: value })}
        isRequired
      />
      <Select
        id={`${id}-community`}
        label="社区（村）"
        placeholder={street && !communities.data ? '正在加载…' : street ? '请选择社区（村）' : '请先选街道（镇）'}
        options={asOptions(communities.data?.items)}
        value={streetOf(value) === street ? value : undefined}
        onChange={onChange}
        error={error}
        isRequired
        isDisabled={!communities.data}
      />
    </>
  )
}
