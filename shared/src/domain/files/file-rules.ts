/** What may be uploaded, told by the content of a file and never by its name. */
export const imageMimes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type ImageMime = (typeof imageMimes)[number]

/** `full` is the picture itself. */
export const fileVariants = ['full', 'thumbnail'] as const
export type FileVariant = (typeof fileVariants)[number]
/** Pixels that the long side of a kept picture has at most. */
export const maxLongSide: Readonly<Record<FileVariant, number>> = { full: 2048, thumbnail: 480 }

export const maxUploadBytes = 10 * 1024 * 1024
/** Pictures that one step of an order may carry. */
export const maxAttachments = 9
/** Uploads that a person may keep without using them. */
export const maxUnattached = 30
/** How long an upload waits to be used, before it is swept. */
export const unattachedHours = 24
