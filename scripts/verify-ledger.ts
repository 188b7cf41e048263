import { runTool } from '../bff/src/cli/cli-env'
import { verifyLedgerTool } from '../bff/src/cli/verify-ledger-tool'

runTool(verifyLedgerTool)
