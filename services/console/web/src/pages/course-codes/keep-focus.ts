/** When what had the focus is gone, it goes to the element of this id: never to nowhere. Call it once the page has changed. */
export function keepFocus(id: string): void {
  setTimeout(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById(id)?.focus()
  }, 50)
}
