import { useState, type FormEvent } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { kindWords, orderKinds, orderStatuses, statusWords } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { useRemote } from '@/hooks/use-remote'
import { deskSorts, isNarrowed, type DeskFilter, type DeskSort } from './desk-state'
import { longestName } from './saved-views'
import styles from './desk.module.scss'

export const searchId = 'desk-q'

interface DeskFiltersProps {
  membership: Membership
  filter: DeskFilter
  /** How the view goes by itself. */
  viewSort: DeskSort
  /** The view goes no other way. */
  isSortFixed: boolean
  /** How many of the view are urgent; undefined where nobody counts. */
  urgentCount: number | undefined
  onChange: (filter: DeskFilter) => void
  onSave: (name: string) => void
}

type Choices = readonly { value: string; word: string }[]
const statuses: Choices = orderStatuses.map((value) => ({ value, word: statusWords[value] }))
const kinds: Choices = orderKinds.map((value) => ({ value, word: kindWords[value] }))
const sortWords: Record<DeskSort, string> = {
  ...{ urgent: '紧急的在前', due: '按时限', newest: '最新的在前', oldest: '最早的在前' },
}

/** What narrows the list, in one line above it. */
export function DeskFilters({
  membership,
  filter,
  viewSort,
  isSortFixed,
  urgentCount,
  onChange,
  onSave,
}: DeskFiltersProps) {
  const { org } = membership
  const isStreet = org.level === 'street'
  const communities = useRemote(
    'orgs.list',
    isStreet ? { query: { parent: org.code, level: 'community', limit: 100 } } : null,
  )
  const places = (communities.data?.items ?? []).map(({ code, name }) => ({ value: code, word: name }))

  /** An empty value takes the part out. */
  function set(part: keyof DeskFilter, value: string) {
    const { [part]: _, ...rest } = filter
    onChange(value === '' ? rest : { ...rest, [part]: value })
  }

  return (
    <div className={styles.filters}>
      <SearchLine key={filter.q ?? ''} q={filter.q ?? ''} onSearch={(q) => set('q', q)} />
      <Pick
        label="进度"
        all="按视图"
        choices={statuses}
        value={filter.status}
        onPick={(value) => set('status', value)}
      />
      <Pick label="类别" all="全部类别" choices={kinds} value={filter.kind} onPick={(value) => set('kind', value)} />
      {isStreet && (
        <Pick
          label="社区"
          all="全部社区"
          choices={places}
          value={filter.communityCode}
          onPick={(value) => set('communityCode', value)}
        />
      )}
      {!isSortFixed && (
        <Pick
          label="排序"
          all={sortWords[viewSort]}
          choices={deskSorts.filter((sort) => sort !== viewSort).map((value) => ({ value, word: sortWords[value] }))}
          value={filter.sort}
          onPick={(value) => set('sort', value)}
        />
      )}
      <button
        type="button"
        className={[styles.pick, styles.toggle, filter.urgency && styles.picked].filter(Boolean).join(' ')}
        aria-pressed={filter.urgency !== undefined}
        onClick={() => set('urgency', filter.urgency ? '' : 'urgent')}
      >
        ▲ 只看紧急{urgentCount !== undefined && ` ${urgentCount}`}
      </button>
      {isNarrowed(filter) && <SaveView onSave={onSave} onClear={() => onChange({})} />}
    </div>
  )
}

function SearchLine({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = useState(q)
  function submit(event: FormEvent) {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <form role="search" aria-label="找单" onSubmit={submit}>
      <input
        id={searchId}
        type="search"
        className={styles.search}
        aria-label="找单"
        placeholder="单号、标题或地点"
        maxLength={50}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.value === '') onSearch('')
        }}
      />
    </form>
  )
}

interface PickProps {
  label: string
  /** What stands there while nothing is picked. */
  all: string
  choices: Choices
  value: string | undefined
  onPick: (value: string) => void
}

function Pick({ label, all, choices, value, onPick }: PickProps) {
  return (
    <select
      className={[styles.pick, value !== undefined && styles.picked].filter(Boolean).join(' ')}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onPick(event.target.value)}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.word}
        </option>
      ))}
    </select>
  )
}

function SaveView({ onSave, onClear }: { onSave: (name: string) => void; onClear: () => void }) {
  const [name, setName] = useState<string>()
  function submit(event: FormEvent) {
    event.preventDefault()
    const given = name?.trim() ?? ''
    if (given === '') return
    onSave(given)
    setName(undefined)
  }
  if (name === undefined) {
    return (
      <>
        <Button kind="plain" size="small" onPress={onClear}>
          清除条件
        </Button>
        <Button size="small" onPress={() => setName('')}>
          存成我的视图
        </Button>
      </>
    )
  }
  return (
    <form className={styles.saveView} onSubmit={submit}>
      <input
        className={styles.search}
        aria-label="给这个视图起个名"
        placeholder="给这个视图起个名"
        maxLength={longestName}
        autoComplete="off"
        // The person just asked for this field.
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="small" isSubmit isDisabled={name.trim() === ''}>
        存好
      </Button>
      <Button kind="plain" size="small" onPress={() => setName(undefined)}>
        不存了
      </Button>
    </form>
  )
}
