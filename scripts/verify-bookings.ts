import { runTool } from '../bff/src/cli/cli-env'
import { verifyBookingsTool } from '../bff/src/cli/verify-bookings-tool'

runTool(verifyBookingsTool)
