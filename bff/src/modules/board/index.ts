export { boardRoutes, closeBoards } from './board.routes'
