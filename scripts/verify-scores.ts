import { runTool } from '../bff/src/cli/cli-env'
import { verifyScoresTool } from '../bff/src/cli/verify-scores-tool'

runTool(verifyScoresTool)
