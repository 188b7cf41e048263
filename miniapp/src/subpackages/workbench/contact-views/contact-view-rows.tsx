export { ContactViewCards as ContactViewRows } from './contact-view-cards'
