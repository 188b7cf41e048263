import { useEffect, useState } from 'react'

/** What is being typed, once it has rested for `ms` milliseconds; until then what it was before. */
export function useSettled<Value extends string | null>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
