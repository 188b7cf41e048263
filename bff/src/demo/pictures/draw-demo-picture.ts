import sharp from 'sharp'
import { demoMark } from './demo-mark'
import { demoScenes, type DemoPicture } from './demo-scenes'

const svgReader = ['VipsForeignLoadSvgBuffer']

/**
 * A drawing as the JPEG that a phone would send. Uploads must never meet the SVG reader, so it is open for this one
 * picture of our own alone; the demo is filled before its server listens.
 */
export async function drawDemoPicture(name: DemoPicture): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">${demoScenes[name]}${demoMark}</svg>`
  sharp.unblock({ operation: svgReader })
  try {
    return await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()
  } finally {
    sharp.block({ operation: svgReader })
  }
}
