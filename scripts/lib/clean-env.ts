/** The environment without what a developer may have set for a server of their own. */
export const cleanEnv: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(XINBAN_|WECHAT_|TEST_DATABASE_URL$|DATABASE_URL$|NODE_ENV$|PORT$|HOST$|LOG_LEVEL$)/.test(name),
  ),
)
