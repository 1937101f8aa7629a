// What glyphs, `ActualText` and reversed characters say in; text in the order in which it is read out.
import { decodeText } from '../../../pdf-syntax/values.js'

/** Who gets the text: a mark, or a form that has none. */
export interface Listener {
  text: string
}

/** A scope of marked content, as far as it changes what is said. */
export interface Speech {
  /** Whether `ActualText` stands for what is shown in it. */
  readonly spoken: boolean
  /** Whether its glyphs stand from right to left (ISO 32000-1, 14.8.2.3.3). */
  readonly reversed: boolean
}

export class Voice {
  private spoken = 0
  private pieces: string[] | undefined
  private pending: string | undefined

  constructor(public listener: Listener) {}

  /** A scope begins. */
  begin(tag: string, actual: Uint8Array | undefined): Speech {
    const reversed = tag === 'ReversedChars'
    if (reversed) this.pieces = []
    if (actual && this.spoken++ === 0) this.pending = decodeText(actual)
    return { spoken: actual !== undefined, reversed }
  }

  /** A scope ends. False when it has an `ActualText` and no glyph that it could stand for: then nothing is said. */
  end(speech: Speech): boolean {
    if (speech.spoken && --this.spoken === 0 && this.pending !== undefined) {
      this.pending = undefined
      return false
    }
    if (speech.reversed && this.pieces) {
      const said = this.pieces.reverse().join('')
      this.pieces = undefined
      this.say(said)
    }
    return true
  }

  /** Says the `ActualText` of a scope: not before its first glyph, since that may begin a line. */
  speak(): void {
    if (this.pending === undefined) return
    this.put(this.pending)
    this.pending = undefined
  }

  /** Says what one glyph or a form says, unless `ActualText` speaks for it. */
  say(text: string): void {
    if (this.spoken === 0) this.put(text)
  }

  private put(text: string): void {
    if (this.pieces) this.pieces.push(text)
    else this.listener.text += text
  }
}
