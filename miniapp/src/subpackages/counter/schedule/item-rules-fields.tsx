import { useState } from 'react'
import type { Answer, Hall } from '@xinban/shared/contracts'
import {
  defaultItemRules,
  horizonKinds,
  itemScopes,
  rulesBy,
  sharedRuleKeys,
  type ItemScope,
} from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { NumberFields } from '@/components/number-fields/number-fields'
import { Select } from '@/components/select/select'
import { useRemote } from '@/hooks/use-remote'
import { horizonWords, ruleFields } from '@/words/booking-rules'
import { scopeWords } from '@/words/bookings'
import { draftOfItem, followedRules, type ItemDraft } from './draft'
import styles from './index.module.scss'

interface ItemRulesFieldsProps {
  hall: Hall
  names: Readonly<Record<string, string>>
  /** What the district has set. */
  defaults: Answer<'halls.schedule'>['defaults']
  items: readonly ItemDraft[]
  errors: Readonly<Record<string, string>>
  onChange: (items: readonly ItemDraft[]) => void
}

const scopes = itemScopes.map((value) => ({ value, word: scopeWords[value] }))
const horizons = horizonKinds.map((value) => ({ value, word: horizonWords[value] }))
const isScope = (value: string): value is ItemScope => (itemScopes as readonly string[]).includes(value)

/** A new item goes by the district until its hall says otherwise. */
const newItem = (itemId: string, defaults: ItemRulesFieldsProps['defaults']) =>
  draftOfItem({
    ...{ itemId, scope: 'own', follows: [...sharedRuleKeys] },
    rules: { ...rulesBy(defaultItemRules, sharedRuleKeys, defaults), weekly: null },
  })

/** What the hall does, and how many at once; each folded until somebody wants to change it. */
export function ItemRulesFields({ hall, names, defaults, items, errors, onChange }: ItemRulesFieldsProps) {
  const [openId, setOpen] = useState<string>()
  const offered = useRemote('service-items.list', { query: { org: hall.org.code, limit: 100 } })
  const nameOf = (id: string) => names[id] ?? offered.data?.items.find((item) => item.id === id)?.name ?? '事项'
  const more = offered.data?.items.filter(({ id }) => !items.some(({ itemId }) => itemId === id)) ?? []
  const put = (id: string, part: Partial<ItemDraft>) =>
    onChange(items.map((item) => (item.itemId === id ? { ...item, ...part } : item)))

  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        能约的事项
      </Box>
      {items.map((item) => {
        const { itemId, numbers, scope, horizonKind } = item
        const hasWrong = Object.keys(errors).some((id) => id.startsWith(`item-${itemId}-`))
        const isOpen = openId === itemId || hasWrong
        return (
          <Box as="section" key={itemId} className={styles.item}>
            <Box className={styles.itemTop}>
              <Box>
                <Box as="h3" className={styles.itemName}>
                  {nameOf(itemId)}
                </Box>
                <Box as="p" className={styles.quiet}>
                  {numbers.windows} 个窗口，每 {numbers.slotMinutes} 分钟各 {numbers.perWindow} 人 · {scopeWords[scope]}
                </Box>
              </Box>
              <Button
                size="small"
                label={`${isOpen ? '收起' : '修改'}：${nameOf(itemId)}`}
                isExpanded={isOpen}
                onPress={() => setOpen(isOpen ? undefined : itemId)}
              >
                {isOpen ? '收起' : '修改'}
              </Button>
            </Box>
            {isOpen && (
              <>
                <NumberFields
                  id={`item-${itemId}`}
                  fields={ruleFields}
                  values={numbers}
                  followed={followedRules(defaults)}
                  errors={errors}
                  onChange={(changed) => put(itemId, { numbers: changed })}
                />
                {numbers.horizonDays.trim() !== '' && (
                  <Choice
                    id={`item-${itemId}-horizon`}
                    label="天数怎么算"
                    options={horizons}
                    value={horizonKind}
                    onChange={(kind) => put(itemId, { horizonKind: kind })}
                    isInline
                  />
                )}
                <Select
                  id={`item-${itemId}-scope`}
                  label="谁能来办"
                  placeholder="请选择"
                  options={scopes}
                  value={scope}
                  onChange={(chosen) => isScope(chosen) && put(itemId, { scope: chosen })}
                  isRequired
                />
                <Button
                  size="small"
                  kind="danger"
                  label={`不再办：${nameOf(itemId)}`}
                  onPress={() => onChange(items.filter((other) => other.itemId !== itemId))}
                >
                  这里不再办这个事项
                </Button>
              </>
            )}
          </Box>
        )
      })}
      {more.length > 0 && (
        <Select
          id="add-item"
          label="加一个事项"
          placeholder="请选择"
          options={more.map(({ id, name }) => ({ value: id, word: name }))}
          value={undefined}
          onChange={(id) => {
            onChange([...items, newItem(id, defaults)])
            setOpen(id)
          }}
        />
      )}
    </Box>
  )
}
