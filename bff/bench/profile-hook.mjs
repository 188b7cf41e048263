import fs from 'node:fs'
import { Session } from 'node:inspector'

/** Loaded into the measured server: one SIGUSR2 begins a processor profile, the next writes it to PROFILE_FILE. */
const session = new Session()
session.connect()
let isRunning = false

process.on('SIGUSR2', () => {
  if (!isRunning) {
    isRunning = true
    session.post('Profiler.enable')
    session.post('Profiler.setSamplingInterval', { interval: 500 })
    session.post('Profiler.start')
    return
  }
  isRunning = false
  session.post('Profiler.stop', (error, answer) => {
    const file = process.env.PROFILE_FILE ?? ''
    fs.writeFileSync(`${file}.part`, error ? '{}' : JSON.stringify(answer.profile))
    fs.renameSync(`${file}.part`, file)
  })
})
