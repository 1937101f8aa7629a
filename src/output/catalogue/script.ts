// The script of the catalogue, as text: finds, chooses and sorts rows; what is chosen stands in the address.

/** Rows shown at first, and with each “Show more”: a browser lays out some hundred rows at once without a pause. */
const step = 300

/** The text of the script. */
export function script(): string {
  return `(${inPage.toString()})(${step})`
}

/* Runs in the page; uses nothing from outside. */
function inPage(step: number): void {
  const byId = (id: string) => document.getElementById(id) as HTMLElement
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  const selects = [...document.querySelectorAll<HTMLSelectElement>('select[data-key]')]
  const find = byId('find') as HTMLInputElement
  const more = byId('more')
  const body = document.querySelector('tbody') as HTMLElement
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
  const words = new Map(rows.map((row) => [row, plain(row.cells[0]?.textContent ?? '')]))
  let shown = step

  // A bilingual handout has two languages, with a space between them.
  const has = (given: string, value: string) => given === value || given.split(' ').includes(value)
  const matches = (row: HTMLTableRowElement, asked: readonly string[]) =>
    selects.every(({ value, dataset }) => value === '' || has(row.dataset[dataset.key ?? ''] ?? '', value)) &&
    asked.every((word) => words.get(row)?.includes(word))

  const apply = () => {
    const asked = plain(find.value).split(/\s+/).filter(Boolean)
    let count = 0
    for (const row of rows) {
      const fits = matches(row, asked)
      if (fits) count += 1
      row.hidden = !fits || count > shown
    }
    more.hidden = count <= shown
    const all = count === rows.length ? '' : ` of ${rows.length}`
    byId('count').textContent =
      `${count}${all} ${count === 1 && all === '' ? 'handout' : 'handouts'}${count > shown ? `, the first ${shown} shown` : ''}`
  }

  const remember = () => {
    const chosen = new URLSearchParams()
    for (const { value, dataset } of selects) if (value) chosen.set(dataset.key ?? '', value)
    if (find.value) chosen.set('find', find.value)
    history.replaceState(null, '', chosen.size > 0 ? `#${chosen}` : location.pathname + location.search)
  }

  const recall = () => {
    const chosen = new URLSearchParams(location.hash.slice(1))
    for (const select of selects) select.value = chosen.get(select.dataset.key ?? '') ?? ''
    find.value = chosen.get('find') ?? ''
    apply()
  }

  const changed = () => {
    shown = step
    remember()
    apply()
  }

  const sortBy = (head: HTMLTableCellElement) => {
    const down = head.getAttribute('aria-sort') === 'ascending'
    const number = head.dataset.sort === 'number'
    const text = (row: HTMLTableRowElement) => row.cells[head.cellIndex]?.textContent ?? ''
    rows.sort((a, b) => {
      const order = number ? Number(text(a)) - Number(text(b)) : text(a).localeCompare(text(b))
      return down ? -order : order
    })
    for (const other of document.querySelectorAll('thead th')) other.removeAttribute('aria-sort')
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
    body.append(...rows)
    apply()
  }

  for (const head of document.querySelectorAll<HTMLTableCellElement>('thead th[data-sort]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    button.addEventListener('click', () => sortBy(head))
    head.replaceChildren(button)
  }
  for (const select of selects) select.addEventListener('change', changed)
  find.addEventListener('input', changed)
  byId('reset').addEventListener('click', () => {
    for (const select of selects) select.value = ''
    find.value = ''
    changed()
    find.focus()
  })
  more.addEventListener('click', () => {
    shown += step
    apply()
  })
  addEventListener('hashchange', recall)
  byId('choose').hidden = false
  recall()
}
