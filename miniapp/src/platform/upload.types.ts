import type { Upload } from '@xinban/shared/contracts'
import type { PickedPhoto } from './picked-photo'

/**
 * Sends one picture to the server, where it waits for a day to be used.
 * @param key the picture's Idempotency-Key, the same on every retry, so that it is stored once
 * @param onProgress how much of it is on its way, 0–100
 * @throws ApiProblem
 */
export type UploadPhoto = (photo: PickedPhoto, key: string, onProgress: (percent: number) => void) => Promise<Upload>
