export interface OpenDataProps {
  orgCode: string
  year: number
}
