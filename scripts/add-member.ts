import { addMemberTool } from '../bff/src/cli/add-member-tool'
import { runTool } from '../bff/src/cli/cli-env'

runTool(addMemberTool)
