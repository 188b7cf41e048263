import { passwordWeakness } from '@xinban/shared/domain'

export interface Passwords {
  current: string
  next: string
  /** Typed twice, because nobody sees what they type. */
  again: string
}
export type PasswordErrors = Readonly<Partial<Record<keyof Passwords, string>>>

/** What can be told before anything is sent. The server knows the account's name, and judges the rest. */
export function wrongIn({ current, next, again }: Passwords): PasswordErrors {
  const weakness = passwordWeakness(next, '')
  return {
    ...(current === '' && { current: '请填写现在的密码' }),
    ...(weakness !== undefined && { next: weakness }),
    ...(again !== next && { again: '两次输入的新密码不一样，请再输一次' }),
  }
}

export const firstWrong = (errors: PasswordErrors): keyof Passwords | undefined =>
  (['current', 'next', 'again'] as const).find((id) => errors[id] !== undefined)
