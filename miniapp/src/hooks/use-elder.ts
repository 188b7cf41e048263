import { useSyncExternalStore } from 'react'
import { elder, type Elder } from '@/platform/elder'

/** Whether elder mode is on, and how large its letters are. */
export const useElder = (): Elder => useSyncExternalStore(elder.subscribe, elder.get)
