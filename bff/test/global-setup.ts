import fs from 'node:fs'
import { runDir, runVariable } from './run'

export default function setup(): void {
  process.env[runVariable] = `${process.pid}_${Date.now().toString(36)}`
  fs.mkdirSync(runDir(), { recursive: true })
}
