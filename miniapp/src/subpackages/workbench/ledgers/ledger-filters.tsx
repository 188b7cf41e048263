import type { Membership } from '@xinban/shared/contracts'
import { ledgers, type LedgerName } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { DateField } from '@/components/date-field/date-field'
import { Select } from '@/components/select/select'
import { useRemote } from '@/hooks/use-remote'
import styles from './index.module.scss'

export interface LedgerWish {
  from: string
  to: string
  street: string
  community: string
  state: string
  kind: string
}
export const noWish: LedgerWish = { from: '', to: '', street: '', community: '', state: '', kind: '' }

interface LedgerFiltersProps {
  name: LedgerName
  membership: Membership
  wish: LedgerWish
  onChange: (part: Partial<LedgerWish>) => void
}

const all = { value: '', word: '全部' }
const optionsOf = (words: Readonly<Record<string, string>>) => [
  all,
  ...Object.entries(words).map(([value, word]) => ({ value, word })),
]

export function LedgerFilters({ name, membership, wish, onChange }: LedgerFiltersProps) {
  const { kinds, kindWord, states } = ledgers[name]
  const { level, code } = membership.org
  const street = level === 'street' ? code : wish.street
  return (
    <Box className={styles.filters}>
      <DateField id="from" label="从" value={wish.from} onChange={(from) => onChange({ from })} />
      <DateField id="to" label="到" value={wish.to} onChange={(to) => onChange({ to })} />
      {level === 'district' && (
        <OrgSelect
          {...{ id: 'street', label: '街道（镇）', parent: code, level: 'street', value: wish.street }}
          onChange={(chosen) => onChange({ street: chosen, community: '' })}
        />
      )}
      {street !== '' && level !== 'community' && (
        <OrgSelect
          {...{ id: 'community', label: '社区', parent: street, level: 'community', value: wish.community }}
          onChange={(community) => onChange({ community })}
        />
      )}
      <Select
        {...{ id: 'kind', label: kindWord, placeholder: '全部', options: optionsOf(kinds), value: wish.kind }}
        onChange={(kind) => onChange({ kind })}
        isRequired
      />
      <Select
        {...{ id: 'state', label: '状态', placeholder: '全部', options: optionsOf(states), value: wish.state }}
        onChange={(state) => onChange({ state })}
        isRequired
      />
    </Box>
  )
}

interface OrgSelectProps {
  id: string
  label: string
  parent: string
  level: 'street' | 'community'
  value: string
  onChange: (code: string) => void
}

function OrgSelect({ parent, level, ...select }: OrgSelectProps) {
  const orgs = useRemote('orgs.list', { query: { parent, level, limit: 100 } })
  const options = [all, ...(orgs.data?.items ?? []).map(({ code, name }) => ({ value: code, word: name }))]
  return <Select {...select} options={options} placeholder="全部" isRequired />
}
