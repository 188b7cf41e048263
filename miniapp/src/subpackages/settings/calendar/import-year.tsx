import { useState } from 'react'
import type { CalendarYear } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import type { ApiProblem } from '@/platform/problem'
import styles from '../settings.module.scss'

interface ImportYearProps {
  data: CalendarYear
  onChanged: () => void
}

/** Takes in the official list of a year, and takes it back. */
export function ImportYear({ data, onChanged }: ImportYearProps) {
  const [csv, setCsv] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const take = useAct('calendar.import-year')
  const forget = useAct('calendar.forget-year')
  const { year, version, district, allowedActions } = data
  const target = { params: { year: String(year) }, version }

  async function submit() {
    setMissing(csv.trim() === '')
    if (csv.trim() === '') return focusField('import-csv')
    const body = { districtCode: district.code, csv }
    if (!(await take.act({ ...target, body }))) return
    setCsv('')
    say(`${year} 年的放假安排已导入`)
    onChanged()
  }

  async function confirm() {
    if (!(await forget.act({ ...target, query: { districtCode: district.code } }))) return
    setAsking(false)
    say('已撤回')
    onChanged()
  }

  if (!allowedActions.includes('import-year')) return null
  return (
    <Box as="section" className={styles.history}>
      <Box as="h2" className={styles.heading}>
        导入 {year} 年的放假安排
      </Box>
      <Form className={styles.panel} onSubmit={() => void submit()}>
        <Refusal problem={take.problem} />
        <TextArea
          id="import-csv"
          label="每行一天：日期,放假或补班,名称"
          placeholder={`${year}-01-01,放假,元旦`}
          hint={hintOf(data)}
          value={csv}
          maxLength={8000}
          rows={6}
          error={isMissing ? '请先粘贴放假安排' : undefined}
          onChange={setCsv}
          isRequired
        />
        <Box className={styles.buttons}>
          <Button size="small" isSubmit isBusy={take.isBusy}>
            导入
          </Button>
          {allowedActions.includes('forget-year') && (
            <Button size="small" kind="plain" onPress={() => setAsking(true)}>
              撤回已导入的
            </Button>
          )}
        </Box>
      </Form>
      {isAsking && (
        <Dialog
          title={`撤回导入的 ${year} 年安排吗？`}
          confirmWord="撤回"
          isDanger
          isBusy={forget.isBusy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <ProblemNote problem={forget.problem} />
          <Box as="p">撤回后，按系统自带的放假安排算；没有的年份先按平常的周末算，标“暂定”。</Box>
        </Dialog>
      )}
    </Box>
  )
}

const hintOf = ({ source, year }: CalendarYear) =>
  `${source === 'national' ? `${year} 年的安排已经有了，国家临时调整时才要再导入。` : ''}照国务院办公厅的通知抄写，或从表格粘贴 CSV。有一行不对，就都不导入`

/** Every bad row on a line of its own. */
function Refusal({ problem }: { problem: ApiProblem | undefined }) {
  const rows = Object.values(problem?.fields ?? {})
  if (rows.length === 0) return <ProblemNote problem={problem} />
  return (
    <Box role="alert">
      <Box as="p">没有导入，请改好这 {rows.length} 处再试：</Box>
      <Box as="ul" className={styles.rows}>
        {rows.map((words) => (
          <Box as="li" key={words}>
            {words}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
