import { runTool } from '../bff/src/cli/cli-env'
import { simulateTool } from '../bff/src/cli/simulate-tool'

runTool(simulateTool)
