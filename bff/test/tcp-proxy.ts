import net, { type AddressInfo, type Socket } from 'node:net'

/** Stands between a client and a TCP server, and can be cut. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>()
  private server: net.Server | null = null
  port = 0

  constructor(
    private readonly host: string,
    private readonly targetPort: number,
  ) {}

  /** Listens, after a cut on the same port as before. */
  async open(): Promise<void> {
    const server = net.createServer((client) => {
      const target = net.connect(this.targetPort, this.host)
      for (const socket of [client, target]) {
        this.sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => this.sockets.delete(socket))
      }
      client.pipe(target).pipe(client)
    })
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.address() as AddressInfo).port
    this.server = server
  }

  /** Ends every connection and refuses new ones. */
  async cut(): Promise<void> {
    const { server } = this
    this.server = null
    for (const socket of this.sockets) socket.destroy()
    if (server) await new Promise((resolve) => server.close(resolve))
  }
}
