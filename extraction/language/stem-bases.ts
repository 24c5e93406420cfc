/**
 * Words whose own last letters look like an ending (plan, sats, enhet). They keep them, alone and as the last part
 * of a compound, so that handlingsplan still ends in plan. Data for stem.ts; add a word when its stem is seen to
 * join it with something else.
 */
export const BASES: string[] = [
  ...['plan', 'organ', 'svar', 'grad', 'blad', 'vatten', 'man', 'månad', 'enhet', 'budget', 'internet'],
  ...['plats', 'sats', 'kurs', 'resurs', 'gräns', 'kompetens', 'konferens', 'konsekvens', 'konkurrens'],
  ...['licens', 'referens', 'balans', 'finans', 'instans', 'leverans', 'kostnad', 'marknad', 'byggnad'],
  ...['kontor', 'sektor', 'faktor', 'dator', 'motor', 'rektor', 'doktor', 'revisor', 'professor'],
  ...['majoritet', 'aktivitet', 'kvalitet', 'prioritet', 'universitet', 'kapacitet', 'identitet'],
  ...['kommentar', 'seminar', 'format', 'mandat', 'avtal', 'sekretariat', 'departement', 'protokoll'],
  ...['apparat', 'ytterligare', 'äldre', 'yrkande', 'yttrande'],
];

/** The same for adjectives. */
export const ADJECTIVES = ['intern', 'extern', 'modern', 'moderat', 'tidig', 'allmän'];

/** Words ending in -stad (innerstad) but no participles (kostad, belastad). */
export const CITY = '(?<=^|[dgklmnrstå])stad';
