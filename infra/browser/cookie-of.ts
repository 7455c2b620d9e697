/** Signs in and returns the cookie that says so, for a browser that is not driven page by page. */
export async function cookieOf(url: string, persona: string): Promise<string> {
  const answer = await fetch(`${url}/api/console/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ persona }),
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!answer.ok || !cookie) throw new Error(`Nobody could sign in as ${persona}: ${answer.status}`)
  return cookie.split(';', 1)[0]!
}
