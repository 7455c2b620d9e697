/** When what had the focus is gone, it goes to the first of these elements that is there: never to nowhere. Call it as the page changes. */
export function keepFocus(...ids: string[]): void {
  setTimeout(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost)
      ids
        .map(id => document.getElementById(id))
        .find(element => element !== null)
        ?.focus()
  }, 60)
}
