import fs from 'node:fs'

/**
 * Loaded into the measured server, with --expose-gc: each SIGUSR2 collects what is garbage and writes to HEAP_FILE, in
 * bytes, what is left of the heap and how far it had grown, garbage included, beyond what was left the time before.
 */
const file = process.env.HEAP_FILE ?? ''
let base = 0
let peak = 0
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().heapUsed)
}, 5).unref()

process.on('SIGUSR2', () => {
  const growth = peak - base
  globalThis.gc()
  base = process.memoryUsage().heapUsed
  peak = base
  fs.writeFileSync(`${file}.part`, JSON.stringify({ growth, live: base }))
  fs.renameSync(`${file}.part`, file)
})
