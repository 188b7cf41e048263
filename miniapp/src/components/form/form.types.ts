import type { PropsWithChildren } from 'react'

export type FormProps = PropsWithChildren<{ className?: string; onSubmit: () => void }>
