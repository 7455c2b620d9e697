import { useEffect, useRef, useState } from 'react'

/** Puts the focus on the first field at fault each time `look` is called: for a form that was sent with something missing. */
export function useFaultFocus() {
  const form = useRef<HTMLFormElement>(null)
  const [looks, setLooks] = useState(0)
  useEffect(() => {
    if (looks > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [looks])
  return { form, look: () => setLooks(all => all + 1) }
}
