// The one door to puppeteer: loaded only when a browser is started.
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer'

export function launch(options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch(options)
}
