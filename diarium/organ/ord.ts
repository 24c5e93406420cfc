/** What bodies, other recipients and those who sit in them are called: the codes, and the words that people read. */

/** What a body or recipient may be; the words are those that people read. */
export const SLAG = {
  fullmaktige: 'fullmäktige',
  styrelse: 'styrelse',
  namnd: 'nämnd',
  utskott: 'utskott',
  presidium: 'presidium',
  beredning: 'beredning',
  kommitte: 'kommitté',
  delegation: 'delegation',
  rad: 'råd',
  direktion: 'direktion',
  stamma: 'stämma',
  revision: 'revision',
  overformyndare: 'överförmyndare',
  forvaltning: 'förvaltning',
  enhet: 'enhet',
  befattning: 'befattning',
  person: 'person',
  parti: 'parti',
  funktion: 'funktion',
  bolag: 'bolag',
  utanfor: 'utanför huvudmannen',
  okant: 'okänt',
} as const;

export type Slag = keyof typeof SLAG;

/** What somebody is in a body; the words are those that people read. */
export const UPPDRAG = {
  ordforande: 'ordförande',
  vice_ordforande: 'vice ordförande',
  ledamot: 'ledamot',
  ersattare: 'ersättare',
} as const;

export type Uppdrag = keyof typeof UPPDRAG;
