import { hallScenes } from './demo-hall-scenes'
import { line, rect, times } from './svg-parts'

/** Plain drawings of 960 × 720 for the demo's orders: what was wrong, and how it is now. Nobody takes them for photos. */

const glow = (x: number, y: number, radius: number) => `
  <radialGradient id="glow"><stop offset="0" stop-color="#fff6d0" stop-opacity="0.95"/>
  <stop offset="1" stop-color="#fff6d0" stop-opacity="0"/></radialGradient>
  <circle cx="${x}" cy="${y}" r="${radius}" fill="url(#glow)"/>`
const night = (opacity: number) => rect(0, 0, 960, 720, '#0b1220', `fill-opacity="${opacity}"`)

const flight = (wall: string, step: string, edge: string) =>
  rect(0, 0, 960, 720, wall) +
  rect(0, 430, 960, 12, '#8fa59a') +
  times(
    7,
    (i) =>
      rect(300 + i * 95, 640 - i * 62, 700, 720, i % 2 ? step : edge) +
      rect(300 + i * 95, 640 - i * 62, 700, 8, '#6e6a63'),
  )

function stairwell(): string {
  const lamp = `<path d="M430 0v70" stroke="#444" stroke-width="8"/><path d="M370 70h120l-20 60h-80z" fill="#555"/>
    <ellipse cx="430" cy="136" rx="38" ry="26" fill="#777b80"/>`
  return flight('#d9d4c7', '#b9b3a6', '#c6c0b3') + night(0.78) + lamp
}

function bathroom(isLit: boolean): string {
  const tiles =
    times(9, (i) => line(`${i * 120},0 ${i * 120},560`, '#c3d2d6', 3)) +
    times(6, (i) => line(`0,${i * 112} 960,${i * 112}`, '#c3d2d6', 3))
  const basin = `<path d="M330 470h300q0 110-150 110T330 470z" fill="#fdfdfd" stroke="#9aa7ab" stroke-width="5"/>
    <path d="M480 470v-54h46" fill="none" stroke="#7d898d" stroke-width="16"/>`
  const mirror = rect(360, 170, 240, 200, '#b9d4dd', 'rx="14" stroke="#8a9ba1" stroke-width="8"')
  const tube = rect(330, 84, 300, 34, isLit ? '#fffbe6' : '#80868a', 'rx="17" stroke="#6b7175" stroke-width="6"')
  const shade = isLit ? glow(480, 110, 620) : night(0.66)
  return rect(0, 0, 960, 720, '#e4edef') + tiles + rect(0, 560, 960, 160, '#a9b6b4') + mirror + basin + shade + tube
}

function tap(): string {
  const spout = 'M250 300h300q110 0 110 110v40h-84v-30q0-40-40-40H250z'
  const drop = (x: number, y: number, size: number) =>
    `<path d="M${x} ${y}q${size} ${size * 1.6} 0 ${size * 2.2}q${-size} ${-size * 0.6} 0 ${-size * 2.2}z" fill="#3d8fc4"/>`
  return (
    rect(0, 0, 960, 720, '#efe9dd') +
    rect(0, 560, 960, 160, '#c9ccce') +
    rect(170, 250, 90, 180, '#8f979b', 'rx="12"') +
    `<path d="${spout}" fill="#aab3b7" stroke="#6f787c" stroke-width="6"/>` +
    rect(390, 220, 40, 90, '#7d868a') +
    rect(330, 190, 160, 40, '#b93a26', 'rx="20"') +
    drop(618, 462, 22) +
    drop(618, 530, 15) +
    '<ellipse cx="618" cy="612" rx="120" ry="24" fill="#3d8fc4" fill-opacity="0.55"/>'
  )
}

function basement(): string {
  const wave = (y: number, opacity: number) =>
    `<path d="M0 ${y}q120-26 240 0t240 0 240 0 240 0V720H0z" fill="#54788c" fill-opacity="${opacity}"/>`
  return (
    rect(0, 0, 960, 720, '#b7b3aa') +
    times(5, (i) => line(`0,${i * 110 + 50} 960,${i * 110 + 50}`, '#a19d94', 4)) +
    rect(120, 130, 220, 430, '#6f6a62') +
    rect(140, 150, 180, 400, '#59554e') +
    line('960,220 760,230 700,420 540,470 420,640', '#2b2b2b', 14) +
    rect(720, 180, 90, 110, '#d8d4cb', 'stroke="#77736a" stroke-width="5"') +
    `<path d="M765 196l-18 44h18l-8 36 30-50h-18l10-30z" fill="#d69a00"/>` +
    wave(500, 0.75) +
    wave(560, 0.85)
  )
}

function handrail(isFirm: boolean): string {
  const feet = Array.from({ length: 4 }, (_, i) => [347 + i * 190, 640 - i * 124] as const)
  const posts = feet.map(([x, y], i) => line(`${x},${y} ${!isFirm && i === 1 ? x - 90 : x},${y - 215}`, '#7a5230', 22))
  const rail = isFirm ? '270,470 930,39' : '270,470 480,338 580,336 930,39'
  const plate = (x: number, y: number) => rect(x - 30, y - 16, 60, 18, '#c8ccd0', 'stroke="#6f787c" stroke-width="4"')
  const plates = isFirm ? feet.map(([x, y]) => plate(x, y)).join('') : ''
  return flight('#e6e0d3', '#bdb7aa', '#cbc5b8') + posts.join('') + line(rail, '#8c5f38', 34) + plates
}

function pedals(isFixed: boolean): string {
  const frame =
    line('480,150 480,600', '#2f6db5', 34) +
    line('300,600 660,600', '#2f6db5', 34) +
    line('400,150 560,150', '#2f6db5', 24)
  const left = line('480,420 330,500', '#5d6468', 20) + rect(250, 490, 130, 34, '#e0b400', 'rx="8"')
  const right = isFixed
    ? line('480,420 630,340', '#5d6468', 20) + rect(600, 326, 130, 34, '#e0b400', 'rx="8"')
    : line('480,420 600,356', '#5d6468', 20) +
      `<g transform="rotate(24 210 650)">${rect(150, 640, 130, 34, '#a88a1a', 'rx="8"')}</g>`
  const trees = '<circle cx="110" cy="270" r="110" fill="#6ea66a"/><circle cx="860" cy="250" r="130" fill="#7db478"/>'
  return (
    rect(0, 0, 960, 720, '#cfe3f1') +
    trees +
    rect(90, 340, 36, 200, '#7a5c3d') +
    rect(842, 340, 38, 200, '#7a5c3d') +
    rect(0, 520, 960, 200, '#d9b38c') +
    frame +
    '<circle cx="480" cy="420" r="58" fill="#444b50"/>' +
    left +
    right
  )
}

function park(): string {
  const tree = (x: number, size: number) =>
    rect(x - 16, 330, 32, 190, '#7a5c3d') + `<circle cx="${x}" cy="270" r="${size}" fill="#6ea66a"/>`
  const seat = times(3, (i) => rect(330, 468 + i * 22, 300, 14, '#9a6a3f'))
  return (
    rect(0, 0, 960, 720, '#cfe3f1') +
    rect(0, 500, 960, 220, '#a9c98f') +
    '<path d="M380 720q20-120 110-220h80q-40 110 60 220z" fill="#e2d3b8"/>' +
    tree(130, 120) +
    tree(830, 140) +
    line('720,560 720,180', '#5d6468', 14) +
    '<circle cx="720" cy="170" r="30" fill="#f6e3a1"/>' +
    seat +
    rect(350, 520, 16, 70, '#5d6468') +
    rect(594, 520, 16, 70, '#5d6468')
  )
}

export const demoScenes = {
  'stairwell-dark': stairwell(),
  'bathroom-dark': bathroom(false),
  'bathroom-lit': bathroom(true),
  'tap-dripping': tap(),
  'basement-flooded': basement(),
  'handrail-loose': handrail(false),
  'handrail-firm': handrail(true),
  'park-open': park(),
  'pedal-off': pedals(false),
  'pedal-fixed': pedals(true),
  ...hallScenes,
} as const
export type DemoPicture = keyof typeof demoScenes
