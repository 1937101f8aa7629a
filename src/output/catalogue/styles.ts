// The look of the catalogue: calm, readable on a phone, in the dark, and on paper.

export const styles = `
:root { color-scheme: light dark; --ink: #16202a; --soft: #52606d; --line: #d5dce3; --ground: #f6f8fa; --paper: #fff; --brand: #0b4f6c; --draft: #7a4a00; --draft-ground: #fdf1dc; --good: #0e5a35; --good-ground: #e2f3ea; --bad: #8f1d14; --bad-ground: #fdeceb }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #a4b1bd; --line: #33404c; --ground: #11171d; --paper: #18212a; --brand: #7cc4e4; --draft: #f2c675; --draft-ground: #3a2c10; --good: #8fd9b0; --good-ground: #123123; --bad: #ff9d93; --bad-ground: #3c1613 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
header, main, footer { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 2rem }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -0.01em }
header p { margin: 0.25rem 0 1.5rem; color: var(--soft) }
.failure, .failed strong { color: var(--bad) }
a { color: var(--brand); text-underline-offset: 0.15em }
search { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; padding: 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem }
search[hidden] { display: none }
label { display: grid; gap: 0.2rem; font-size: 0.875rem; color: var(--soft) }
.find { flex: 1 1 16rem }
input, select, button { font: inherit; font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 0.4rem; padding: 0.4rem 0.6rem; min-height: 2.5rem; max-width: 100% }
button { cursor: pointer; color: var(--brand); border-color: var(--brand); font-weight: 600 }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
#count { margin: 1rem 0 0.5rem; color: var(--soft) }
.frame { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: start; vertical-align: top; padding: 0.6rem 0.75rem; border-top: 1px solid var(--line) }
thead th { border-top: 0; font-size: 0.875rem; color: var(--soft); white-space: nowrap; background: var(--paper) }
thead button { min-height: 0; padding: 0; border: 0; background: none; color: inherit; font-size: inherit }
thead button::after { content: " \\2195"; opacity: 0.5 }
[aria-sort="ascending"] button::after { content: " \\2191"; opacity: 1 }
[aria-sort="descending"] button::after { content: " \\2193"; opacity: 1 }
tbody th { font-weight: 600; min-width: 16rem }
tbody tr:hover { background: var(--ground) }
td:nth-child(2), td:nth-child(3) { white-space: nowrap }
td:nth-child(6), td:nth-child(7) { text-align: end }
.topic { display: block; font-weight: 400; font-size: 0.875rem; color: var(--soft) }
.twin { font-size: 0.8125rem; font-weight: 400; margin-inline-start: 0.4rem }
.chip { display: inline-block; padding: 0.05rem 0.5rem; margin-inline-end: 0.25rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.875rem; font-weight: 400; white-space: nowrap }
.chip.draft { color: var(--draft); background: var(--draft-ground); border-color: currentColor }
.chip.reviewed { color: var(--good); background: var(--good-ground); border-color: currentColor }
.due { display: block; font-size: 0.8125rem; color: var(--soft); white-space: nowrap }
.failed { background: var(--bad-ground) }
.reasons { margin: 0.3rem 0 0; padding-inline-start: 1.1rem; font-weight: 400; font-size: 0.875rem }
code { font-size: 0.875rem; color: var(--soft) }
footer { padding: 1.5rem 1.25rem 3rem; color: var(--soft); font-size: 0.875rem }
@media print { body { background: none } search, #more { display: none } .frame { border: 0; overflow: visible } }
`
