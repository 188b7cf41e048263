export { FigureCards as FigureRows } from './figure-cards'
