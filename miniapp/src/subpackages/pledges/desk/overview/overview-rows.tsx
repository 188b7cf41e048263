export { OverviewCards as OverviewRows } from './overview-cards'
