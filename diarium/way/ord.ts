/** Words of procedure that the way of a matter is read from. Data only; the rules that use them say what they mean. */
import type { Arendetyp } from './types.ts';

export const MANADER: readonly string[] = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];

/** Numbers in words, at the place of what they count; "en" stands at its own, 1 as well. */
export const ANTAL: readonly string[] = [
  ...['en', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
];

export const KVARTAL: readonly string[] = ['första', 'andra', 'tredje', 'fjärde'];

/** The last month that the name of a season can mean; winter lies in two years and is left out. */
export const ARSTIDER: { readonly [season: string]: number } = { våren: 6, sommaren: 8, hösten: 12 };

/** What is to be laid before the body again: only then does "i mars" set a last day. */
export const LAMNAR_TILLBAKA =
  /\b(?:återkom\p{Ll}*|återrapport\p{Ll}*|åter\p{Ll}{0,4}redovis\p{Ll}*|\p{Ll}*redovis(?:a|as|ar|ning|ningen)|rapporter(?:a|as)|presenter(?:a|as)|lämna(?:s)? (?:\p{Ll}+ ){0,3}(?:rapport|redovisning|yttrande)\p{Ll}*|senast|färdig(?:t|ställ\p{Ll}*)?|klar(?:t|a)?)\b/iu;

/** A matter is sent out for others to say what they think of it. */
export const REMITTERAR =
  /\b(?:remitter(?:as|a|ar|at|ats)|(?:sänd[as]?|sänder|skicka[srn]?|översänd(?:er|[as])?|(?:gå|går) ut)\b.{0,80}?\bpå remiss|(?:inhämta[rs]?|begära?s?) (?:\p{Ll}+ )?(?:yttrande|synpunkter)\p{Ll}* (?:från|av))\b/iu;

/** A matter is handed over; what for is told behind the recipient. */
export const LAMNAR_OVER =
  /\b(?:överlämna(?:s|r)?|hänskjut(?:s|a|er)|hänvisa[sr]?|sänd(?:s|a|er)|översänd(?:s|a|er)|skicka(?:s|r)?|lämna(?:s|r)?|remitter(?:as|a|ar))\b/iu;

/** The matter itself is handed to another body, whatever for: it is that body's then. */
export const HANSKJUTER =
  /\b(?:(?:ärendet|frågan|motionen|medborgarförslaget|initiativet|initiativärendet) (?:överlämnas|hänskjuts|hänvisas|översänds|lämnas|skickas|remitteras)|(?:överlämna|hänskjut|hänvisa|översänd|lämna|skicka|remitter)(?:a|ar|er|r)? (?:över )?(?:ärendet|frågan|motionen|medborgarförslaget|initiativet|initiativärendet))\b/iu;

/** What a recipient is handed a matter for: to prepare it, … */
export const FOR_BEREDNING =
  /\bför (?:vidare |fortsatt |ytterligare |förnyad )?(?:beredning|handläggning|utredning|behandling|prövning|beslut)\b/iu;
/** … or to say what it thinks. */
export const FOR_YTTRANDE =
  /\bför (?:yttrande|synpunkter|svar)\b|\bpå remiss\b|\b(?:inhämta[rs]?|begära?s?) (?:\p{Ll}+ )?(?:yttrande|synpunkter)/iu;
/** Told of it, no more. */
export const FOR_KANNEDOM = /\bför (?:kännedom|information)\b/iu;
/** An answer is given, not asked for. */
export const AVGER_SVAR =
  /\bsom (?:sitt |eget |svar|yttrande|kommun\p{Ll}* |region\p{Ll}* |nämnd\p{Ll}* )|\b(?:yttrande|remissvar|svar)\p{Ll}*\b.{0,200}\b(?:översänds|överlämnas|avges|skickas)\b|\b(?:avge|avger|lämnar?) (?:\p{Ll}+ ){0,2}(?:yttrande|remissvar|svar)/iu;

/** A list of recipients ends before these. */
export const LISTA_SLUT =
  /\s(?:för|med|senast|som|att|inom|före|innan|i syfte|i och för|på|över|angående|om|avseende|under|varefter|enligt|till följd)\s|[.;:(]|$/iu;

/** Forms of the verb that sends back, and of the one that puts off. */
export const ATERREMITTERAR = /\båterremitter(?:as|a|ar|ade|at|ats)\b|\båterremiss\b/iu;
export const BORDLAGGER = /\bbord(?:läggs|lägga|lägger|lade|lades|lagt|lagd|läggas)\b/iu;

/** A minority had its way in fullmäktige: said in so many words. */
export const MINORITET =
  /\bminoritets?(?:återremi|bordlägg|åter)|\b(?:återremi|bordlägg)\p{Ll}{0,20}\b.{0,60}\b(?:en tredjedel|1\/3|minoritet)/iu;

/** Somebody is empowered: whom, and to do what. The recipient stands in the group of the same name. */
export const DELEGERAR: readonly RegExp[] = [
  /\bdelegera[rs]?(?: (?:beslutanderätten|beslutanderätt|rätten|beslutet|beslut))?(?: .{0,160}?)? (?:till|åt) (?<vem>.+?)(?=\s(?:att|rätten|rätt|i uppdrag)\b|[.;]|$)/iu,
  /\bbemyndiga[rs]? (?<vem>.+?)(?=\s(?:att|rätt)\b|[.;]|$)/iu,
  /\b(?:ge|ger|ges|få|får|lämna|uppdra)r? (?:åt )?(?<vem>.{3,120}?) (?:delegation(?:\p{Ll}*)?|(?:fullmakt|rätt|bemyndigande)) (?:på |för )?att\b/iu,
  /\buppdra(?:r|s|ga)? (?:åt|till) (?<vem>.{3,120}?) att (?:fatta beslut|(?:slutligt )?besluta)\b/iu,
  /\böverlåt(?:a|er|s|its)? (?=.*\b(?:beslutanderätt\p{Ll}*|beslut(?:a|et)?|avgör\p{Ll}+)\b)(?:.{0,80}? )?(?:till|åt) (?<vem>.+?)(?=,?\s(?:att|för|rätten)\b|[.;]|$)/iu,
  /^(?:att\s+)?(?<vem>[\p{L} ,-]{3,100}?) (?:får|ges|bemyndigas) (?:delegation |rätt |rätten |fullmakt |i uppdrag )?(?:på |för )?att (?:fatta beslut|(?:slutligt )?besluta)\b/iu,
];

/** The one who is empowered decides in this very matter; else it is a standing delegation, and nothing is awaited. */
export const BESLUTAR_I_ARENDET =
  /\b(?:i (?:detta |det aktuella )?ärendet|i (?:denna |den aktuella )?frågan|slutligt (?:\p{Ll}+ )?(?:besluta|fatta beslut|beslut|godkänna|anta|fastställa)|avge (?:\p{Ll}+ ){0,3}yttrande|yttra sig)\b/iu;
/** What is only carried out by whoever is empowered. */
export const VERKSTALLER =
  /\b(?:underteckna|teckna|skriva under|verkställa|utbetala|betala ut|ingå avtal|firmateckna)\p{Ll}*\b/iu;
/** Words that make a delegation a standing one. */
export const STAENDE =
  /\b(?:delegationsordning|delegationsförteckning|tills vidare|löpande|fortlöpande|generell\p{Ll}*)\b/iu;

/** A mission is given: to whom, in the group of that name; what it is stands behind. */
export const UPPDRAR: readonly RegExp[] = [
  /^(?:att\s+)?(?<vem>.{3,220}?) (?:får|ges|fick|har fått|ska få) (?:också |även |vidare |därför )?(?:(?:i samverkan|i samråd|i samarbete|tillsammans) med .{3,90}? )?i (?:särskilt )?uppdrag (?:att\b|[^.]{0,60}\batt\b)/iu,
  /\b(?:ge|ger|gav) (?<vem>.{3,220}?) (?:i|ett) (?:särskilt )?uppdrag (?:att\b|[^.]{0,60}\batt\b)/iu,
  /\buppdra(?:r|s|ga|gas|ges)? (?:därför |också |även )?(?:åt|till) (?<vem>.{3,220}?)(?=,? att\b)/iu,
  /\b(?:får|ges) (?<vem>.{3,90}?) i (?:särskilt )?uppdrag att\b/iu,
  /^(?:att\s+)?(?<vem>.{3,120}?) (?:ska|skall|uppmanas att|anmodas att) (?:.{0,60}\b)?(?:återkomma|återrapportera|återredovisa|redovisa)\b/iu,
];

/** What stands around the name of whoever is ordered or empowered, and is no part of it. */
export const FORE_NAMN = /^.*\b(?:att|beslutar|beslutade|varvid|därför)\s+/iu;
export const EFTER_NAMN =
  /(?:,\s+|(?<![,\s])\s+)(?:i samverkan|i samråd|i samarbete|tillsammans|att|med stöd|inom ramen|under|senast|för att|vid förfall)\b.*$/iu;

/** Clauses of the meeting's own order, which order nobody to do anything afterwards. */
export const FORMALIA =
  /\b(?:justera(?:s|r|de)?|justering|omedelbart justera\p{Ll}*|dagordning\p{Ll}*|föredragningslista\p{Ll}*|ärendelista\p{Ll}*)\b/iu;

/** The end of a motion, a proposal from the public, an interpellation or a question. */
export const BESVARAD =
  /(?<!\b(?:inte|ej) (?:\p{Ll}+ ){0,2})\b(?:besvara(?:d|t|de|ts|des)|färdigbehandlad|slutbehandlad|avslutad)\b|\b(?:bifall(?:a|er|s|it|en|es)|biföll\p{Ll}*|avslå(?:s|r|tt|gen|ende)?|avslog\p{Ll}*|avskriv(?:a|er|s|as|en|it)|avskrev\p{Ll}*|debatten (?:är|förklaras|avslutas)|dra(?:s|gen|git|gits)? tillbaka|åter(?:kalla(?:s|d|ts|t)|ta(?:s|gen|get|git|gits))|tillstyrk(?:a|er|s|t))\b/iu;
/** Of today or of another day: the rest of the clause tells. */
export const BESVARAS = /\bbesvara(?:s|r)?\b/iu;
/** What is only laid before the meeting, put, put off, or told not to be ready yet, is not answered. */
export const STALLS =
  /\b(?:(?:inte|ej) (?:\p{Ll}+ ){0,3}(?:avsluta(?:d|ts|s)|färdigbehandla\p{Ll}*|slutbehandla\p{Ll}*|besvara\p{Ll}*|beredd|beretts)|skjut(?:s|a|er)? upp|uppskjut\p{Ll}*|senarelägg\p{Ll}*|får ställas|medge(?:r|s)? att .{0,60}ställs|anmäl(?:a|er|s|d|an|ts)|väck(?:s|er|tes)|besvaras (?:vid|på|senare|skriftligt)|ska besvaras|tas upp (?:vid|på))\b/iu;

/** What stands before the word that tells the kind: "Svar på", "Yttrande över", "Anmälan av". */
const INLEDNING =
  '(?:(?:svar|besvarande|besvara|beredning|behandling|anmälan|anmäld|remiss|remissvar|yttrande|inkommen|inkomna|nya?|ny väckt|väckta?|återremiss|bordlagd|angående|ang\\.?|gällande|handling(?:ar)?|redovisning|beslut|ärende|tjänsteskrivelse)\\s+(?:(?:på|av|över|till|om|från|i|enligt)\\s*)?)*';

/** The word opens the heading, or stands behind its dash: "Fria resor – svar på motion från …". */
const heading = (words: string): RegExp =>
  new RegExp(`^(?:[\\d.§ ]+|.{3,200}?(?:\\s[-–—]|:)\\s+)?${INLEDNING}(?:${words})`, 'iu');

/** How matters of a kind are headed. The order is that of precedence. */
export const ARENDETYP_I_RUBRIK: readonly { typ: Exclude<Arendetyp, 'ovrigt'>; ord: RegExp }[] = [
  { typ: 'interpellation', ord: heading('interpellation(?:en|er|erna|ssvar|sdebatt)?\\b') },
  {
    typ: 'fraga',
    ord: heading(
      '(?:(?:enkel|skriftlig|ställd) fråga(?:n)?\\b|fråga(?:n)?\\b(?=\\s*(?:från|av|till|nr|ställd|\\d|$|[-–:(])))',
    ),
  },
  { typ: 'medborgarforslag', ord: heading('(?:medborgarförslag|e-förslag|invånarförslag)(?:et|en)?\\b') },
  {
    typ: 'motion',
    ord: heading(
      'motion(?:en)?\\b(?=\\s*(?:från|av|om|nr|angående|ang|gällande|kring|rörande|avseende|med|till|väckt|ställd|inlämnad|inkommen|\\d|$|[-–:;,/("”]))',
    ),
  },
  {
    typ: 'initiativ',
    ord: heading(
      '(?:\\p{L}*initiativ(?:ärende)?(?:t|et)?)\\b(?=\\s*(?:från|av|om|nr|angående|ang|gällande|\\d|$|[-–:(]))',
    ),
  },
  {
    typ: 'revision',
    ord: /\b(?:revisionsberättelse\p{Ll}*|revisionsrapport\p{Ll}*|revisionsredogörelse\p{Ll}*|revisionens|revisorerna(?:s)?|ansvarsfrihet|ansvarsprövning|granskningsrapport\p{Ll}*|grundläggande granskning)\b/iu,
  },
  {
    typ: 'val',
    ord: heading(
      '(?:(?:ny|om|fyllnads|kompletterings|tilläggs)?val(?! av \\p{Ll}*juster)|nominering(?:ar)?|entledigande(?:n)?|avsägelse(?:r)?|utseende)\\b(?=\\s*(?:av|till|från|som|för|,|och|samt|i|$))',
    ),
  },
  {
    typ: 'delegation',
    ord: /^(?:.{0,60}\b)?(?:delegationsbeslut|delegationsordning|delegeringsordning|delegeringsbeslut|vidaredelegation|delegationsärenden|delegerade beslut|beslut .{0,30}\bdelegation)(?:en|et|ar|s)?\b|^(?:delegation|delegering)\b(?! (?:från|till)\b)/iu,
  },
];

/** What the first clause is about. Fewer: a clause can speak of a motion in a matter of another kind. */
export const ARENDETYP_I_ATTSATS: typeof ARENDETYP_I_RUBRIK = [
  {
    typ: 'interpellation',
    ord: /^(?:att\s+)?(?:\p{L}+\s+){0,2}interpellationen\b|^(?:att\s+)?(?:anse|förklara) interpellationen\b/iu,
  },
  {
    typ: 'medborgarforslag',
    ord: /^(?:att\s+)?(?:(?:avslå|bifalla|anse|remittera|överlämna|avskriva)\s+)?(?:medborgarförslaget|e-förslaget)\b/iu,
  },
  {
    typ: 'motion',
    ord: /^(?:att\s+)?(?:(?:avslå|bifalla|anse|remittera|överlämna|avskriva|besvara)\s+)?(?:den av .{3,120} väckta )?motionen\b/iu,
  },
];

/** A single person or company is told: a decision about somebody. */
export const ENSKILD_MOTTAGARE =
  /\b(?:sökande(?:n|na)?|klagande(?:n)?|den enskilde|fastighetsägare(?:n|na)?|byggherre(?:n)?|kontrollansvarig\p{Ll}*|vårdnadshavare(?:n|na)?|verksamhetsutövare(?:n)?|lantmäteri\p{Ll}*|mark- och miljödomstol\p{Ll}*|förvaltningsrätt\p{Ll}*|(?:för |med )?delgivning|besvärshänvisning)\b/iu;

/** Utskott that decide about single persons. */
export const UTSKOTT_OM_ENSKILDA =
  /\b(?:social|individ|familje|sociala|omsorgs)\p{L}*(?:\s+\p{L}+\s+|\s*)utskott|\bindividutskott|\bsocialnämndens \p{Ll}*utskott/iu;

/** Bodies whose decisions laglighetsprövning is not for: companies, foundations, councils that advise, and those of acts of their own. */
export const INGET_ORGAN =
  /\b(?:AB|aktiebolag|bolag\p{L}*|stiftelse\p{L}*|stämma\p{L}*|råd(?:et)?|presidi\p{L}*|revision\p{L}*|valnämnd\p{L}*|överförmyndar\p{L}*)\b/iu;

/** Clauses that decide nothing which could gain legal force: notings, answers to others, the meeting's own order. */
export const INTET_BESLUT =
  /^(?:att\s+)?(?:.{0,80}\b)?(?:antecknas?|notera[rs]?|lägg(?:a|er|s) .{0,80}till handlingarna|till handlingarna|tacka[rs]? för|tagit del|tar? del av|(?:inget|ingenting|intet) att (?:erinra|invända)|ingen erinran|(?:avge|avger|översänd\p{Ll}*|överlämna\p{Ll}*|anta\p{Ll}*) .{0,80}\b(?:yttrande|remissvar|svar)\p{Ll}*|yttrande\p{Ll}* .{0,120}\b(?:översänds|överlämnas|avges)|interpellation\p{Ll}*|fråga\p{Ll}* (?:är |anses |förklaras )?(?:besvarad|får ställas)|justera\p{Ll}*|omedelbart justera\p{Ll}*|föredragningslista\p{Ll}*|dagordning\p{Ll}*|informationen)\b/iu;

/** The yearly question of ansvarsfrihet, not just any report of the auditors. */
export const ANSVARSPROVNING = /\b(?:revisionsberättelse\p{Ll}*|ansvarsfrihet|ansvarsprövning)\b/iu;
/** Tried by others too, and by rules of their own. */
export const ANNAN_JURIDISK_PERSON =
  /\b(?:AB|aktiebolag\p{Ll}*|\p{L}*bolag(?:et|en)?|\p{L}*förbund(?:et)?|stiftelse\p{Ll}*|\p{L}*samordning\p{Ll}*)\b/iu;

/** Whom an interpellation or question is put to: "till kommunstyrelsens ordförande Anna Berg (S) om …". */
export const TILL_NAMNET =
  /\b(?:interpellation|fråga)\p{Ll}* (?:.{0,80}? )?(?:ställd )?till (?<vem>.{3,90}?)(?=\s(?:om|angående|från|av|gällande|rörande|avseende|kring)\b|\s?[-–:;,.]|$)/iu;

/** §§ of the meeting's own order, and what is only made known there: nothing in them gains legal force. */
export const INGEN_SAK =
  /^(?:.{0,20}\b)?(?:anmälan (?:av|om)|anmälda|anmälningsärenden|delegationsbeslut|delegeringsbeslut|delegationsärenden|redovisning av delegation\p{Ll}*|meddelanden|delgivningar|informationsärenden|information (?:om|från|till)|val av (?:\p{Ll}*juster\p{Ll}*|protokolljuster\p{Ll}*)|(?:godkännande|fastställande) av (?:dagordning|ärendelista|föredragningslista|protokoll)\p{Ll}*|upprop|sammanträde\p{Ll}* öppn\p{Ll}*|mötets (?:öppn|avslut)\p{Ll}*|justering|protokolljustering|protokollsjustering|övriga frågor)\b/iu;

/** An office is to prepare what was put, which is no answer to it yet. */
export const SKA_BEREDA =
  /\b(?:i uppdrag|uppdra(?:r|s|ga)?)\b.{0,120}?\batt (?:\p{Ll}+ ){0,2}(?:bereda|besvara)\b/iu;

/** A proposal from the public that fullmäktige leaves to a nämnd to decide. */
export const LAMNAR_AVGORANDET =
  /\bför (?:\p{Ll}+ och )?(?:avgörande|beslut)\b|\b(?:avgöra|besluta)\b|\bbeslutanderätt\p{Ll}*\b|\bdelegera[rs]?\b/iu;

/** In a heading, whom a motion or another initiative is from, up to what it is about. */
export const FRAN_VEM =
  /\b(?:motion|medborgarförslag|interpellation|(?:enkel )?fråga|initiativ\p{Ll}*)(?:en|et)?\b.{0,30}?\b(?:från|av|väckt av|ställd av)\s+(?<vem>\p{Lu}.{2,150}?)(?=\s+(?:om|angående|ang|gällande|kring|rörande|avseende|med|till|för|beträffande)\b|\s+[-–"”]|[:;,.]\s|$)/iu;

/** Recipients that are whoever put the matter, called by that. */
export const VACKARE =
  /^(?:motionär|förslagsställar|initiativtagar|interpellant|fråge?ställar)(?:en|erna|er|e|n|na)?$/iu;
