import { runTool } from '../bff/src/cli/cli-env'
import { replayTool } from '../bff/src/cli/replay-tool'

runTool(replayTool)
