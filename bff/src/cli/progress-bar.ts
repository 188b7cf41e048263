const width = 30

/** Draws a bar on one line of a terminal; elsewhere a line every tenth. `share` is 0–1. */
export function progressBar(stream: NodeJS.WriteStream, label: string): (share: number, count: number) => void {
  let tenth = -1
  return (share, count) => {
    const done = Math.min(1, Math.max(0, share))
    if (stream.isTTY) {
      const filled = Math.round(done * width)
      stream.write(
        `\r${label} [${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${Math.floor(done * 100)} % ${count}`,
      )
      if (done === 1) stream.write('\n')
    } else if (Math.floor(done * 10) > tenth) {
      tenth = Math.floor(done * 10)
      stream.write(`${label} ${tenth * 10} % (${count})\n`)
    }
  }
}
