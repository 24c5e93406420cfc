/** Words for how the chair puts the question, and for votes. */
import type { Matter } from '../content/matter.ts';
import { forslaget, lower } from './forms.ts';
import type { Stil } from './stil.ts';

export const gang = {
  /** Tells the decision again, as many records do: no second decision. */
  aterberattar: (m: Matter) => {
    if (m.yrkanden.length === 0) return [];
    if (m.votering)
      return ['Ordföranden ställer proposition på yrkandena. Votering begärs och ska genomföras.'];
    return [
      `Ordföranden ställer proposition på bifall respektive avslag och finner att ${lower(m.kedja[0] ?? '')} beslutar att ${m.beslut[0]?.infinitiv}.`,
    ];
  },
  finner: (m: Matter) => {
    const rivals = m.yrkanden.filter((y) => y.slag !== 'bifall').length;
    if (m.yrkanden.length === 0) return [];
    if (m.yrkanden.length === 1 || rivals === 0)
      return [`Ordföranden ställer proposition på yrkandet och finner att det har bifallits.`];
    if (m.votering)
      return [
        'Ordföranden ställer förslagen mot varandra och finner att det första har antagits. Votering begärs.',
      ];
    return [
      `Ordföranden ställer yrkandena mot varandra och finner att ${lower(m.kedja[0] ?? '')} beslutar enligt ${m.utfall === 'bifall' ? forslaget(m) : 'yrkandet'}.`,
    ];
  },
  proposition: (m: Matter) => {
    if (m.yrkanden.length === 0) return [];
    if (m.votering)
      return ['Propositioner ställs på bifall till och avslag på yrkandena. Omröstning begärs.'];
    return [
      'Propositionsordning godkänns.',
      `Ordföranden frågar om ${lower(m.kedja[0] ?? '')} kan besluta enligt ${m.utfall === 'bifall' ? forslaget(m) : 'yrkandet'} och finner att så sker.`,
    ];
  },
};

const names = (roster: { person: string; rost: string }[], rost: string) =>
  roster.filter((r) => r.rost === rost).map((r) => r.person);

const outcome = (m: Matter) =>
  m.minoritet
    ? 'Eftersom minst en tredjedel av de närvarande ledamöterna har röstat för återremiss ska ärendet återremitteras.'
    : null;

export const rosta = {
  siffror: (v: NonNullable<Matter['votering']>, m: Matter) => [
    `Votering begärs. Ja = ${v.proposition?.ja}, nej = ${v.proposition?.nej}.`,
    `Voteringsresultat: ${v.ja} ja, ${v.nej} nej${v.avstar ? ` och ${v.avstar} avstår` : ''}.`,
    ...[outcome(m) ?? []].flat(),
  ],
  roster: (v: NonNullable<Matter['votering']>, m: Matter, stil: Stil) => [
    `Den som vill ${v.proposition?.ja.startsWith('att') ? 'avgöra ärendet i dag' : 'bifalla förslaget'} röstar ja. Den som vill ${v.proposition?.nej === 'återremiss' ? 'återremittera ärendet' : 'avslå förslaget'} röstar nej.`,
    `Med ${v.ja} ja-röster mot ${v.nej} nej-röster${v.avstar ? ` och ${v.avstar} som avstår` : ''} beslutar ${lower(m.kedja[0] ?? '')} ${m.minoritet ? 'att ärendet ska avgöras i dag, men' : 'bifalla förslaget'}${m.minoritet ? ' reglerna om minoritetsåterremiss gäller' : ''}.`,
    ...[outcome(m) ?? []].flat(),
    `Ja röstar: ${stil.rada(names(v.roster, 'ja'))}.`,
    `Nej röstar: ${stil.rada(names(v.roster, 'nej'))}.`,
    ...(v.avstar ? [`Avstår: ${stil.rada(names(v.roster, 'avstar'))}.`] : []),
  ],
  counts: (v: NonNullable<Matter['votering']>, m: Matter) => [
    `Omröstning begärs och verkställs. Ja-röst för ${v.proposition?.ja}. Nej-röst för ${v.proposition?.nej}.`,
    `Omröstningen utfaller med ${v.ja} ja-röster och ${v.nej} nej-röster${v.avstar ? `. ${v.avstar} ledamöter avstår från att rösta` : ''}.`,
    ...[outcome(m) ?? []].flat(),
  ],
  mot: (v: NonNullable<Matter['votering']>, m: Matter) => [
    `Omröstning begärs. Följande voteringsproposition godkänns: ”Ja för ${v.proposition?.ja} och Nej för ${v.proposition?.nej}.”`,
    `Omröstningen utföll med ${v.ja} Ja mot ${v.nej} Nej${v.avstar ? ` (${v.avstar} avstår)` : ''}. Hur var och en röstade framgår av bilaga.`,
    ...[outcome(m) ?? []].flat(),
  ],
};
