// The library's door: what programs may import.
export { variantId } from './model/variant.js'
