import { runTool } from '../bff/src/cli/cli-env'
import { verifyPointsTool } from '../bff/src/cli/verify-points-tool'

runTool(verifyPointsTool)
