/**
 * `fetch` in a task of its own. A page asks many questions when it appears; to begin one costs a slow telephone some milliseconds,
 * and begun all at once they would keep it from answering a touch.
 */
export const fetchInTurn: typeof fetch = async (...question) => {
  await new Promise(resolve => setTimeout(resolve))
  return fetch(...question)
}
