import { line, rect, times } from './svg-parts'

/** A street with a house on it, wider for the higher levels; its sign is a plain band. */
function front({ floors, width, wall, sign }: { floors: number; width: number; wall: string; sign: string }): string {
  const left = (960 - width) / 2
  const top = 560 - floors * 110 - 60
  const panes = Math.floor((width - 60) / 110)
  const inset = (width - panes * 110) / 2
  const windows = times(floors - 1, (floor) =>
    times(panes, (i) =>
      rect(left + inset + i * 110 + 15, top + 70 + floor * 110, 80, 66, '#a9c8d6', 'stroke="#6d8792" stroke-width="5"'),
    ),
  )
  const shop = times(2, (i) =>
    rect(i === 0 ? left + 30 : 600, 452, 330 - left, 96, '#bcd6df', 'stroke="#6d8792" stroke-width="5"'),
  )
  const door =
    rect(390, 428, 180, 132, '#86a9b5', 'stroke="#5c747d" stroke-width="6"') + line('480,428 480,560', '#5c747d', 6)
  const steps = times(3, (i) => rect(370 - i * 20, 560 + i * 12, 220 + i * 40, 12, i % 2 ? '#b5b0a6' : '#c6c1b7'))
  const ramp = '<path d="M590 596l150-36h20v36z" fill="#a8a296"/>' + line('600,566 745,528 760,528', '#7d8890', 6)
  const tree = (x: number) =>
    rect(x - 9, 440, 18, 140, '#7a5c3d') + `<circle cx="${x}" cy="410" r="66" fill="#6ea66a"/>`
  return (
    rect(0, 0, 960, 720, '#d5e6ef') +
    rect(0, 560, 960, 160, '#cfcac0') +
    rect(0, 640, 960, 80, '#9b9a97') +
    times(5, (i) => rect(40 + i * 200, 676, 100, 8, '#e8e5df')) +
    rect(left, top, width, 560 - top, wall, 'stroke="#8d877c" stroke-width="4"') +
    rect(left - 14, top - 22, width + 28, 26, '#8d877c') +
    windows +
    shop +
    rect(300, 376, 360, 46, sign, 'rx="4"') +
    times(6, (i) => rect(336 + i * 50, 388, 34, 22, '#fff', 'fill-opacity="0.85" rx="3"')) +
    door +
    steps +
    ramp +
    tree(Math.max(70, left - 60)) +
    tree(Math.min(890, left + width + 60))
  )
}

/** Counters with a number above each, a row of seats, and a machine for numbers. */
function counters(windows: number): string {
  const step = 720 / windows
  const counter = (i: number) => {
    const x = 60 + i * step
    return (
      rect(x, 110, step - 20, 60, '#1f2328', 'rx="6"') +
      times(i + 1, (dot) => `<circle cx="${x + (step - 20) / 2 - i * 11 + dot * 22}" cy="140" r="8" fill="#ffb84d"/>`) +
      `<circle cx="${x + (step - 20) / 2}" cy="250" r="30" fill="#d8b08c"/>` +
      `<path d="M${x + (step - 20) / 2 - 56} 350q0-66 56-66t56 66z" fill="#1f6f6b"/>` +
      rect(x + step / 2 + 16, 262, 52, 44, '#4b5563', 'rx="4"')
    )
  }
  const seats = times(
    6,
    (i) => rect(90 + i * 105, 560, 88, 30, '#5b7f8c', 'rx="8"') + rect(90 + i * 105, 490, 88, 62, '#6d97a6', 'rx="8"'),
  )
  return (
    rect(0, 0, 960, 720, '#f0ece4') +
    rect(0, 430, 960, 290, '#d9d3c7') +
    rect(0, 60, 960, 24, '#b93a26') +
    times(windows, counter) +
    rect(40, 340, 740, 100, '#a9835c') +
    rect(40, 332, 740, 20, '#c9a77e') +
    line('90,590 90,640', '#444b50', 8) +
    line('700,590 700,640', '#444b50', 8) +
    seats +
    rect(834, 290, 86, 250, '#3f4a52', 'rx="10"') +
    rect(848, 306, 58, 84, '#bfe3ef', 'rx="4"') +
    rect(858, 410, 38, 30, '#fff')
  )
}

/** What stands on the e-cards of the demo's halls. */
export const hallScenes = {
  'hall-district': front({ floors: 4, width: 820, wall: '#e2dccf', sign: '#b93a26' }),
  'hall-street': front({ floors: 3, width: 680, wall: '#e8dfd0', sign: '#1f6f6b' }),
  'hall-community': front({ floors: 2, width: 560, wall: '#efe4d3', sign: '#1f6f6b' }),
  'hall-counters': counters(4),
  'hall-counter': counters(2),
} as const
