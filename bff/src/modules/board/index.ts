export { boardRoutes, closeBoards } from './board.routes'
export { presentTenThings } from './ten-things.presenter'
