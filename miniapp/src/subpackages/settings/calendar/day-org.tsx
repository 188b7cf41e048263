import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { ErrorState } from '@/components/states/states'
import { Select } from '@/components/select/select'
import { useRemote } from '@/hooks/use-remote'

interface DayOrgProps {
  district: OrgRef
  error: string | undefined
  /** Code of the org whose day it is. */
  onChange: (orgCode: string) => void
}

/** Whose day it is: everyone's, a street's with its communities, or that of one community. */
export function DayOrg({ district, error, onChange }: DayOrgProps) {
  const [street, setStreet] = useState(district.code)
  const [community, setCommunity] = useState('')
  const isStreet = street !== district.code
  const streets = useRemote('orgs.list', { query: { parent: district.code, level: 'street', limit: 100 } })
  const communities = useRemote(
    'orgs.list',
    isStreet ? { query: { parent: street, level: 'community', limit: 100 } } : null,
  )
  const failed = [streets, communities].find(({ problem }) => problem)

  function chooseStreet(code: string) {
    setStreet(code)
    setCommunity(code)
    onChange(code)
  }
  function chooseCommunity(code: string) {
    setCommunity(code)
    onChange(code)
  }

  return (
    <>
      <Select
        id="day-org"
        label="谁的安排"
        placeholder="请选择全区或一个街道（镇）"
        options={[{ value: district.code, word: '全区' }, ...options(streets.data?.items)]}
        value={street}
        error={isStreet ? undefined : error}
        onChange={chooseStreet}
        isRequired
      />
      {isStreet && (
        <Select
          id="day-community"
          label="哪个社区（村）"
          placeholder="请选择社区（村）"
          options={[{ value: street, word: '这个街道（镇）全部' }, ...options(communities.data?.items)]}
          value={community}
          hint="只影响从现在起收到的单，在办的单时限不变"
          error={error}
          onChange={chooseCommunity}
          isRequired
        />
      )}
      {failed?.problem && <ErrorState problem={failed.problem} onRetry={failed.reload} />}
    </>
  )
}

const options = (orgs: readonly { code: string; name: string }[] = []) =>
  orgs.map(({ code, name }) => ({ value: code, word: name }))
