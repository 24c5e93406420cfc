/**
 * Matters whose decisions a special act lets be appealed otherwise than by laglighetsprövning, or not at all
 * (kommunallagen 13 kap. 3 §). Data only, by fields of law. Wide on purpose: a word too many costs a day not shown, a
 * word too few a wrong one.
 */

/** Enough wherever in the § they stand. */
const VAR_SOM_HELST: readonly string[] = [
  // Plan and building: adopting a plan is appealed to mark- och miljödomstolen, a permit to länsstyrelsen.
  ...['\\b(?:bygg|mark|rivnings|förhands)(?:lov|besked)', '\\bstartbesked', '\\bslutbesked', '\\bplanbesked'],
  ...['\\bdetaljplan', '\\bstadsplan', '\\bbyggnadsplan', '\\bfastighetsplan', '\\bområdesbestämmelse'],
  ...['\\bplan- och bygglag', '\\bPBL\\b', '\\bstrandskydd', '\\bgatukostnad'],
  // Environment, health, food, fire, waste.
  ...['\\bmiljöbalk', '\\bmiljösanktion', 'sanktionsavgift', '\\b(?:natur|kultur)reservat', '\\bbiotopskydd'],
  ...['\\bvattenskyddsområde', '\\benskil(?:t|da) avlopp', '\\bavloppsanläggning', '\\btillsynsavgift'],
  ...['\\btillsynsärende', '\\blivsmedelslag', '\\bdjurskydd', '\\bslamtömning', '\\begensotning'],
  ...['\\bbrandfarlig', '\\bexplosiv', '\\bvattentjänst', '\\bverksamhetsområde för (?:allmänna )?vatten'],
  // Orders and fines.
  ...[
    '\\bvite(?:t|s|sföreläggande)?\\b',
    '\\bföreläggande',
    '\\bförelägg(?:a|er|s)\\b',
    '\\bförbud\\b',
    'dispens',
  ],
  // Care and support of a single person.
  ...[
    '\\bsocialtjänstlag',
    '\\bSoL\\b',
    '\\bLSS\\b',
    '\\bLVU\\b',
    '\\bLVM\\b',
    'bistånd',
    '\\bförsörjningsstöd',
  ],
  ...['\\bvårdnad', '\\bumgänge', '\\bfamiljehem', '\\bplacering av (?:barn|ungdom|underårig)', 'färdtjänst'],
  ...[
    '\\bpersonlig assistans',
    '\\bkontaktfamilj',
    '\\bfaderskap',
    '\\bföräldraskap',
    '\\bbostadsanpassning',
    '\\bgod man\\b',
    '\\bförvaltare\\b',
    '\\böverförmyndar',
  ],
  // Licences.
  ...['\\balkohollag', '\\bserveringstid', '\\btobak', '\\bfolköl', '\\bspelautomat', '\\blotteri'],
  ...['\\p{L}tillstånd(?:et)?\\b', '\\bordningsföreskrift', 'trafikföreskrift', '\\bhemvärn'],
  ...['\\bnamnärende', '\\bvigsel', '\\bflytt(?:ning)? av fordon', '\\bfordonsflytt'],
  // Schools.
  ...[
    '\\bskollag',
    '\\bskolskjuts',
    '\\bskolplacering',
    '\\bskolplikt',
    '\\btilläggsbelopp',
    '\\bgrundbelopp',
  ],
  ...['\\bmodersmål', '\\bgodkännande som huvudman', '\\bförskoleplats', '\\bavstängning av (?:en )?elev'],
  ...['särskola', '\\banpassad (?:grund|gymnasie)skola'],
  ...['\\binackordering', '\\belevresor', '\\bresebidrag till elev'],
  // Public procurement: överprövning by förvaltningsrätten.
  ...['upphandl', '\\btilldelning', '\\banbud', '\\bramavtal', '\\bförfrågningsunderlag'],
  // Documents, secrecy, personal data.
  ...['\\butlämnande av (?:allmän|allmänna) handling', '\\bta del av (?:allmän|allmänna) handling'],
  ...[
    '\\boffentlighets- och sekretesslag',
    '\\bsekretess',
    '\\bregisterutdrag',
    '\\bbegäran om (?:radering|rättelse)',
  ],
  // Somebody is told how to appeal otherwise, or served with the decision.
  '\\blänsstyrelsen\\b.{0,60}\\böverklag',
  '\\böverklag\\p{L}{0,20}\\b.{0,60}\\b(?:länsstyrelsen|mark- och miljö|förvaltningsrätten inom tre veckor från (?:den dag )?(?:du|ni|den)|kammarrätt|regeringen)',
  ...['\\bbesvärshänvisning', '\\b(?:fick|tagit) del av beslutet', '\\bdelgiv(?:ning\\p{L}*|en|its|as|s)\\b'],
];

/** Enough where they tell what the § is about, in its heading or its decision; elsewhere they are of something else. */
const I_SAKEN: readonly string[] = [
  ...[
    '\\blov\\b',
    '\\bplan(?:uppdrag|program|samråd|ändring)',
    '\\btillstånd(?:et)?\\b',
    '\\bålägg(?:a|er)\\b',
  ],
  ...['tillsyn (?:av|enligt|på|över|hos)\\b', '\\bavgift för (?:\\p{Ll}+ )?(?:tillsyn|kontroll|prövning)'],
  '\\b(?:uppehåll i|befrielse från) (?:hämtning|sophämtning|skolplikt|avfalls)',
  '\\bansökan om (?:\\p{Ll}+ )?(?:boende|bostad|hemtjänst|kontaktperson|ledsag|avlös|boendestöd|daglig verksamhet|växelvård|korttids)',
  ...['\\bfristående (?:förskol|skol|huvudm|gymnasie|grund|pedagogisk)', '\\binterkommunal ersättning'],
  ...[
    '\\bleverantör',
    '\\bomhänderta',
    '\\blivsmedelsanläggning',
    '\\bpolisanmäl',
    '\\bförköp\\b',
    '\\buppsägning av (?:anställ|personal|medarbet)\\p{L}*',
    '\\bsäga upp (?:den )?anställ',
  ],
  // Between employer and employed: tried as a dispute under labour law.
  ...[
    '\\bavsked',
    '\\bdisciplin',
    '\\blönerevision',
    '\\blöneöversyn',
    '\\blöneförhandling',
    '\\bavgångsvederlag',
  ],
];

const anyOf = (words: readonly string[]): RegExp => new RegExp(`(?:${words.join('|')})`, 'iu');

export const INTE_LAGLIGHET = anyOf(VAR_SOM_HELST);
export const INTE_LAGLIGHET_I_SAKEN = anyOf(I_SAKEN);

/** Nämnder that decide of single persons, houses and firms beside their other business … */
export const NAMND_OM_ENSKILDA =
  /(?:bygg|miljö|plan|social|omsorg|vård|äldre|individ|skol|utbildning|gymnasie|barn|trafik)\p{L}*/iu;
/** … and what tells the one from the other: an application, or a house by its name in the land register. */
export const OM_EN_ENSKILD = /\b[Aa]nsöka(?:n|r|nde)?\b|\b\p{Lu}\p{L}+ \d+:\d+\b/u;

/**
 * What a nämnd decides to have a matter prepared or a decision carried out: that cannot be appealed (kommunallagen
 * 13 kap. 2 §). What fullmäktige decides can, whatever it is.
 */
export const RENT_FORBEREDANDE_ELLER_VERKSTALLANDE: readonly RegExp[] = [
  /\b(?:i uppdrag|uppdra(?:r|s|ga)?)\b.{0,200}?\batt\s+(?:\p{Ll}+\s+){0,2}?(?:utreda|undersöka|bereda|analysera|kartlägga|se över|ta fram|arbeta fram|arbeta vidare|upprätta|påbörja|inleda|återkomma|återrapportera|redovisa|presentera|lämna|föreslå|inhämta)\b/iu,
  /\b(?:ska|skall) (?:\p{Ll}+ ){0,2}anmälas (?:till|vid|i)\b/iu,
  /\bpå (?:samråd|granskning|utställning|remiss)\b/iu,
  /^(?:att\s+)?(?:.{0,60}\b)?föreslå(?:r|s)?\b.{0,80}\b\p{L}*fullmäktige\b/iu,
  /^(?:att\s+)?(?:[^.]{0,120}\b(?:får|ges|bemyndiga\p{Ll}*|uppdra\p{Ll}*)\b[^.]{0,120}\b)?(?:underteckna|verkställa)\b/iu,
];
