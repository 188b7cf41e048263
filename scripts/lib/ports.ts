import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

/** Whether a server could listen there now. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  const server = net.createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** A port of this machine that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
