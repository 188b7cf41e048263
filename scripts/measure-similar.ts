import { runTool } from '../bff/src/cli/cli-env'
import { measureSimilar } from './similar/measure'

runTool(([file]) => measureSimilar(file, new URL('data/similar-pairs.csv', import.meta.url)))
