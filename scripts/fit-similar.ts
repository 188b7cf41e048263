import { runTool } from '../bff/src/cli/cli-env'
import { fitSimilar } from './similar/fit'

runTool(([file]) => fitSimilar(file, new URL('data/similar-pairs.csv', import.meta.url)))
