export { insertTemplate } from './template.repository'
export { templateRoutes } from './templates.routes'
