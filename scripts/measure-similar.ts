import { runTool } from '../bff/src/cli/cli-env'
import { measureSimilar } from './similar/measure'

runTool((args) => measureSimilar(args, new URL('data/similar-pairs.csv', import.meta.url)))
