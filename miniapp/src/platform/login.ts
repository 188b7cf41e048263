import Taro from '@tarojs/taro'
import type { CreateSession } from '@xinban/shared/contracts'
import { call } from './request'
import { session } from './session'

/** WeChat answers its login only inside WeChat; in a browser the call succeeds with nothing in it. */
export const hasWechat = process.env.TARO_ENV === 'weapp'

export async function signIn(credentials: CreateSession): Promise<void> {
  session.begin(await call('sessions.create', { body: credentials }))
}

export async function signInWithWechat(): Promise<void> {
  const { code } = await Taro.login()
  await signIn({ provider: 'wechat', code })
}

/** Ends the session here and on the server. Without a network it still ends here, and expires there by itself. */
export async function signOut(): Promise<void> {
  await call('sessions.end', {}).catch(() => undefined)
  session.end()
}

/** Asks the server who this is now: roles may have been given or taken since. */
export async function refreshMe(): Promise<void> {
  if (session.get()) session.refresh(await call('me.show', {}))
}
