export const passwordMinLength = 10

/**
 * What is wrong with a password, in words, or undefined when it will do.
 * Length counts most (NIST SP 800-63B); one repeated character or the account's own name does not pass.
 */
export function passwordWeakness(password: string, account: string): string | undefined {
  if (Array.from(password).length < passwordMinLength) return `密码至少 ${passwordMinLength} 个字符，请再长一些`
  if (new Set(password).size < 5) return '密码里不同的字符太少，请换一个'
  if (account !== '' && password.toLowerCase().includes(account.toLowerCase())) return '密码里不要包含账号，请换一个'
  if (/^\d+$/.test(password)) return '密码不要只用数字，请加上字母或符号'
  return undefined
}
