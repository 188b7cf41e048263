export { currentDefaults, findDefaultVersions, insertDefaults } from './booking-defaults.repository'
export { emptyHall, keptHall } from './change-hall'
export { checkInCode } from './check-in-code'
export { addToHallDay, nextNumber, noteCalled } from './hall-days'
export { storeHallPoint } from './hall-point'
export { changePictures } from './hall-pictures'
export { hallCalendar, itemSchedule } from './hall-schedule'
export { BookingDefaultsRow, BookingSlotRow, HallItemRow, HallRow } from './hall.entity'
export { counterOf } from './hall.policy'
export { materialsOf, presentHall } from './hall.presenter'
export {
  findHall,
  findHallItem,
  findHallItems,
  findHalls,
  forgetHalls,
  insertHall,
  insertHalls,
  replaceHallItems,
} from './hall.repository'
export { hallRoutes } from './halls.routes'
export {
  findSlot,
  findSlots,
  findSlotWithHall,
  freePlace,
  isShell,
  offerPlace,
  openSlot,
  stopWaiting,
  takePlace,
  waitAgain,
  waitForPlace,
  type SlotKey,
} from './slot.repository'
