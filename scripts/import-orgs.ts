import { runTool } from '../bff/src/cli/cli-env'
import { importOrgsTool } from '../bff/src/cli/import-orgs-tool'

runTool(importOrgsTool)
