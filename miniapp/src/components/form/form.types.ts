import type { PropsWithChildren } from 'react'

export type FormProps = PropsWithChildren<{ label?: string; className?: string; onSubmit: () => void }>
