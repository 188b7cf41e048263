/** CSS modules in tests: every class by its own name. */
const classNames: Readonly<Record<string, string>> = new Proxy({}, { get: (_, name) => String(name) })
export default classNames
