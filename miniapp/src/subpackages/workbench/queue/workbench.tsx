export { PhoneQueue as Workbench } from './phone-queue'
