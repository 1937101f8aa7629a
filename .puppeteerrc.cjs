// Puppeteer's own settings: nothing is downloaded at install. `handout` finds a browser, see src/pdf/find-browser.ts.
module.exports = { skipDownload: true }
