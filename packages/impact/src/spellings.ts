/**
 * One form for what is written in several ways: British and American spelling, contractions, small numbers. A table and
 * not a measure of likeness: two letters make hyperglycemia of hypoglycemia. Where both spellings are words of their own
 * (storey and story, tonne and ton, draught and draft), they stay different.
 */
export function inOneSpelling(word: string): readonly string[] {
  const contraction = CONTRACTIONS.get(word)
  if (contraction !== undefined) return contraction
  if (word.includes('-') && !/\p{Nd}-\p{Nd}/u.test(word)) return [word.split('-').map(spelled).join('-')]
  return [spelled(word)]
}

function spelled(word: string): string {
  const known = WORDS.get(word)
  if (known !== undefined) return known
  for (const [british, american] of STEMS) if (word.includes(british)) return word.replace(british, american)
  if (GROUPED.test(word)) return word.replaceAll(',', '')
  return word.replace(ISE, '$1z$2').replace(DOUBLED_L, '$1$2')
}

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map(pair => pair.split(' ') as [string, string])

/** Wherever they stand in a word: colourful, discoloured, neighbourhood. Too long to be part of another word. */
const STEMS = pairs(`
  colour color, behaviour behavior, favour favor, flavour flavor, harbour harbor, honour honor, labour labor,
  neighbour neighbor, odour odor, rumour rumor, vapour vapor, vigour vigor, endeavour endeavor, armour armor,
  catalogue catalog, dialogue dialog, aluminium aluminum, manoeuvr maneuver, sulphur sulfur, paediatric pediatric,
  orthopaedic orthopedic, anaesthe anesthe, haemo hemo, oesophag esophag, plough plow, mould mold, jewellery jewelry,
  artefact artifact, counsellor counselor, acknowledgement acknowledgment, judgement judgment
`)

const WORDS = new Map(
  pairs(`
  centre center, centres centers, centred centered, metre meter, metres meters, centimetre centimeter,
  centimetres centimeters, millimetre millimeter, millimetres millimeters, kilometre kilometer, kilometres kilometers,
  litre liter, litres liters, millilitre milliliter, millilitres milliliters, fibre fiber, fibres fibers,
  theatre theater, theatres theaters, calibre caliber, tyre tire, tyres tires, kerb curb, kerbs curbs, kerbside curbside,
  cheque check, cheques checks, grey gray, greys grays, programme program, programmes programs, defence defense,
  offence offense, licence license, licences licenses, practise practice, practises practices, practised practiced,
  practising practicing, fulfil fulfill, fulfils fulfills, enrol enroll, enrols enrolls, enrolment enrollment,
  instalment installment, skilful skillful, ageing aging, afterwards afterward, towards toward, whilst while,
  amongst among, learnt learned, burnt burned, pyjamas pajamas, moustache mustache, gauge gage, adviser advisor,
  advisers advisors, mens men's, womens women's, childrens children's, % percent,
  one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12,
  1/2 0.5, 1/4 0.25, 3/4 0.75
`),
)

/** Organise, analysing: verbs whose one form ends so; no two of them are different words. Not advise, exercise, supervise. */
const ISE =
  /^((?:re)?(?:organ|recogn|special|summar|util|minim|maxim|optim|prior|emphas|categor|custom|memor|visual|standard|steril|synchron|initial|item|central|critic|apolog|author|capital|character|computer|digit|energ|final|formal|general|harmon|immun|itemi|local|mobil|modern|moral|neutral|normal|personal|public|real|revital|sanit|stabil|symbol|sympath|theor|vapor|victim|anal|catal|paral)[iy])s((?:e|es|ed|er|ers|ing)|ation|ations|ational)$/
const GROUPED = /^\d{1,3}(?:,\d{3})+$/
const DOUBLED_L =
  /^(travel|model|label|cancel|fuel|signal|level|channel|counsel|total|marvel|panel|tunnel)l(ed|er|ers|ing)$/

const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "don't": 'do not',
    "doesn't": 'does not',
    "didn't": 'did not',
    "isn't": 'is not',
    "aren't": 'are not',
    "wasn't": 'was not',
    "weren't": 'were not',
    "can't": 'can not',
    cannot: 'can not',
    "won't": 'will not',
    "shouldn't": 'should not',
    "mustn't": 'must not',
    "hasn't": 'has not',
    "haven't": 'have not',
    "it's": 'it is',
    "that's": 'that is',
    "they're": 'they are',
    "who's": 'who is',
    "what's": 'what is',
  }).map(([word, full]) => [word, full.split(' ')]),
)
