// Limits of pictures.

/** Pictures larger than this are refused before anything is decoded: a 48 KB file can unpack to gigabytes. */
export const maxMegapixels = 25
