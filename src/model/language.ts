// What a language tag looks like, wherever one is written.

/** A language and what narrows it, such as `es`, `zh-Hans` or `pt-BR` (BCP 47). */
export const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
