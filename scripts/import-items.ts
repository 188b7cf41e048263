import { runTool } from '../bff/src/cli/cli-env'
import { importItemsTool } from '../bff/src/cli/import-items-tool'

runTool(importItemsTool)
