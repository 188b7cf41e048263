export { ItemCells as ItemRows } from './item-cells'
