/** "Under supervision", "safely" and "where required" look like members of a list but limit all of it. */
export const isMember = (words: string[]): boolean =>
  words.length > 0 &&
  words.length <= 8 &&
  !LIMITS_FROM_THE_START.test(words[0]!) &&
  !words.some(word => LIMITS.test(word))

const LIMITS_FROM_THE_START =
  /^(?:in|on|at|by|for|from|to|of|as|with|within|under|over|using|via|per|through|during|after|before|until|if|when|while|including|such|so|then|also|the|this|these|all|any|each|both|either|[a-z]+ly)$/
const LIMITS =
  /^(?:only|solely|just|at|least|most|that|which|who|whose|where|when|if|unless|until|but|yet|than|limited|required|optional|may|must|should|can)$/

/**
 * Words before a list that turn its meaning: in a condition ("staff who are trained and certified", "after A and B",
 * "with A and B", "requires A and B") each member asks for more, so that one less is wider; examples ("such as A and B") limit nothing; what is
 * compared, mixed or put in order belongs together.
 */
export const limitsTheList = (before: string[]): boolean => before.some(word => TURNS.test(word))

const TURNS =
  /^(?:who|whom|whose|which|that|where|when|whenever|if|unless|until|while|provided|with|without|both|either|neither|between|among|such|including|includes?|like|e|under|over|before|after|within|least|minimum|maximum|most|than|same|equal|compar(?:e|es|ing)|contrast|distinguish|differentiate|combin(?:e|es|ing)|mix|balance|match|relate|rank|sort|then|order|sequence|having|holding|meeting|free|resistant|requires?|requiring|needs?|needing|trained|licensed|certified|qualified|eligible|enrolled)$/

/** "On roofs and on the ground": a phrase beside another that opens with the same word; or of one place beside another. */
export function isParallelPhrase(member: string[], beside: string[]): boolean {
  const [opening = '', article = '', ...rest] = member
  const noun = /^(?:the|an?)$/.test(article) ? rest : member.slice(1)
  const near = beside.slice(-4)
  const places = article === 'the' && PLACE.test(opening) && near.some(word => PLACE.test(word))
  return PARALLEL.test(opening) && (near.includes(opening) || places) && isMember(noun)
}

const PLACE = /^(?:in|on|at)$/
const PARALLEL = /^(?:in|on|at|by|for|from|to|of)$/

/** A word after a member that begins something else than the member's own noun. */
export const opensAPhrase = (word: string): boolean => OPENS.test(word)

const OPENS =
  /^(?:of|in|on|at|by|for|from|to|with|without|through|under|over|into|across|between|within|during|before|after|using|as|that|which|who)$/

/**
 * Whether a word before a shared noun ("safe and legal methods") seems to say how the noun must be. Two qualities are asked
 * of the same thing, so that one less is wider; two kinds ("river and well water") are not. Of a row of verbs at a
 * sentence's start ("Clean and dry tools") some look the same.
 */
export function isSharedQuality(word: string, verbs: boolean): boolean {
  if (verbs && ALSO_A_VERB.test(word)) return false
  return QUALITY.test(word)
}

const QUALITY =
  /^(?:[a-z]+(?:ful|ive|able|ible|ous|less|ent|ant|al|ic|ary|ed|ate|ish)|heavy|healthy|sturdy|tidy|ready|busy|easy|early|dirty|steady|friendly|timely|orderly|daily|safe|clean|dry|wet|hot|cold|warm|cool|fresh|raw|new|old|used|good|best|clear|correct|sharp|strong|weak|hard|soft|light|dark|large|small|big|long|short|high|low|fair|neat|quick|fast|slow|open|closed|secure|complete|direct|level|free|present|current|modern|simple|complex|full|empty|flat|round|thin|thick|young|adult|own|sound|honest|polite|proper|brief|concise|precise|exact|sterile|fragile|mobile|rare|live|sole|safe|smooth|rough)$/
const ALSO_A_VERB =
  /^(?:clean|dry|wet|warm|cool|open|secure|correct|complete|direct|level|free|present|smooth|ready|tidy|dirty|empty|light|operate|calculate|evaluate|create|demonstrate|communicate|collaborate|generate|estimate|illustrate|integrate|negotiate|decorate|renovate|fabricate|lubricate|calibrate|implement|document|plant|install|need|feed|weed|seed|embed|publish|polish|finish|establish|furnish|label|signal|deal|heal|seal)$/
