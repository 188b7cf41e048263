export { ScoreCards as ScoreRows } from './score-cards'
