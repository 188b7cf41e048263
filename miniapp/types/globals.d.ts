/** Where the API is, fixed at build time; empty on H5, which is served beside it. */
declare const API_ORIGIN: string

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
