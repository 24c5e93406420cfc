/** What reasons, kinds, fields and their values are called to those who review. */
import type { GranskaCode, GranskaTyp } from '../../../store/granska.ts';
import { ETT } from '../parts/said.ts';
import type { Words } from '../words.ts';
import type { Fel } from './skrivet.ts';

type Named = { readonly [name: string]: string };

export const ORSAK: Words<{ readonly [code in GranskaCode]: string }> = {
  sv: {
    failed: 'filen kunde inte läsas, vårt fel',
    refused: 'filen kunde inte läsas',
    'ej-omlast': 'filen kunde inte läsas om',
    'page-undrawable': 'sida som inte kunde ritas',
    'ocr-failed': 'OCR misslyckades',
    'ocr-time-limit': 'OCR hann inte klart',
    'no-text': 'sida utan text',
    'not-read': 'sida som inte är läst',
    'page-unreadable': 'sida som inte går att läsa',
    'page-blank': 'sida som blev tom',
    'end-missing': 'filens slut saknas',
    'paragraf-missing': 'paragraf saknas',
    'beslut-missing': 'beslut saknas',
    'votering-mismatch': 'votering går inte ihop',
    'key-unconfirmed': 'nummer eller dag obekräftad',
    'rattelse-utan-mal': 'rättelse utan mål',
    'organ-missing': 'organ saknas',
    'datum-missing': 'dag saknas',
    'mottagare-missing': 'mottagare saknas',
    'organ-unlisted': 'okänt organ',
    unconfirmed: 'tal obekräftade',
    'person-missing': 'vem det är saknas',
    unsure: 'osäker läsning',
    'huvudman-missing': 'huvudman saknas',
    'expediering-empty': 'expediering utan mottagare',
    'bilaga-missing': 'bilaga saknas',
    repaired: 'lagad fil',
    'not-utf8': 'äldre teckenkod',
    'diarienummer-missing': 'ärende utan diarienummer',
  },
  en: {
    failed: 'file not read, our fault',
    refused: 'file could not be read',
    'ej-omlast': 'file could not be read anew',
    'page-undrawable': 'page could not be drawn',
    'ocr-failed': 'OCR failed',
    'ocr-time-limit': 'OCR ran out of time',
    'no-text': 'page without text',
    'not-read': 'page not read',
    'page-unreadable': 'page cannot be read',
    'page-blank': 'page came out blank',
    'end-missing': 'end of file missing',
    'paragraf-missing': '§ missing',
    'beslut-missing': 'decision missing',
    'votering-mismatch': 'vote does not add up',
    'key-unconfirmed': 'number or day unconfirmed',
    'rattelse-utan-mal': 'correction without its target',
    'organ-missing': 'body missing',
    'datum-missing': 'day missing',
    'mottagare-missing': 'addressee missing',
    'organ-unlisted': 'unknown body',
    unconfirmed: 'figures unconfirmed',
    'person-missing': 'person missing',
    unsure: 'unsure reading',
    'huvudman-missing': 'authority missing',
    'expediering-empty': 'notice without recipients',
    'bilaga-missing': 'appendix missing',
    repaired: 'repaired file',
    'not-utf8': 'older character coding',
    'diarienummer-missing': 'matter without a number',
  },
};

export const SAK: Words<{ readonly [typ in GranskaTyp]: string }> = {
  sv: {
    ...ETT.sv,
    expediering: 'mottagare',
    fil: 'fil',
    varning: 'varning',
    rattelse: 'rättelse',
    handling: 'handling',
    arende: 'ärende',
  },
  en: {
    ...ETT.en,
    expediering: 'recipient',
    fil: 'file',
    varning: 'warning',
    rattelse: 'correction',
    handling: 'record',
    arende: 'matter',
  },
};

/** By the box's name. */
export const FALTNAMN: Words<Named> = {
  sv: {
    ...{
      text: 'Texten, ord för ord',
      mottagare: 'Mottagare',
      av: 'Vem',
      typ: 'Slag',
      utfall: 'Vad det blev',
    },
    ...{ nr: 'Nummer', ledtext: 'Raden som inleder', kedja: 'Organen i raden, i ordning' },
    ...{ 'next.organ': 'Går vidare till', 'next.reason': 'Går dit för', next: 'Går vidare till' },
    ...{ mot: 'Mot beslut nummer', ja: 'Antal ja', nej: 'Antal nej', avstar: 'Antal som avstår' },
    ...{ 'proposition.ja': 'Ja betyder', 'proposition.nej': 'Nej betyder', proposition: 'Propositionen' },
    ...{ utslag: 'Vad som vann', roster: 'Rösterna' },
    ...{ kind: 'Slag av handling', organ: 'Organ', datum: 'Dag', diarienummer: 'Diarienummer' },
    ...{
      rubrik: 'Rubrik',
      huvudman: 'Huvudman',
      avsandare: 'Avsändare',
      till: 'Ställd till',
      paragraf: 'Paragraf',
    },
  },
  en: {
    ...{ text: 'The text, word for word', mottagare: 'Recipient', av: 'Who', typ: 'Kind', utfall: 'Outcome' },
    ...{ nr: 'Number', ledtext: 'The line that introduces it', kedja: 'The bodies of that line, in order' },
    ...{ 'next.organ': 'Goes on to', 'next.reason': 'Goes there for', next: 'Goes on to' },
    ...{
      mot: 'Against decision number',
      ja: 'Number of yes',
      nej: 'Number of no',
      avstar: 'Number abstaining',
    },
    ...{ 'proposition.ja': 'Yes means', 'proposition.nej': 'No means', proposition: 'What was put' },
    ...{ utslag: 'What won', roster: 'The votes' },
    ...{ kind: 'Kind of record', organ: 'Body', datum: 'Day', diarienummer: 'Case number' },
    ...{ rubrik: 'Title', huvudman: 'Authority', avsandare: 'Sender', till: 'Addressed to', paragraf: '§' },
  },
};

/** Values of choices; one without a word is shown as it is. */
export const VARDE: Words<Named> = {
  sv: {
    ...{ bifall: 'bifall', avslag: 'avslag', aterremiss: 'återremiss', bordlaggning: 'bordläggning' },
    ...{ bordlagt: 'bordlagt', andring: 'ändring', tillagg: 'tillägg', annat: 'annat', ja: 'ja', nej: 'nej' },
    ...{ protokollsanteckning: 'protokollsanteckning', sarskilt_yttrande: 'särskilt yttrande' },
    ...{ deltar_ej: 'deltar ej', jav: 'jäv', beredning: 'beredning', forslag: 'förslag', remiss: 'remiss' },
    ...{ tjansteskrivelse: 'tjänsteskrivelse', protokoll: 'protokoll', kallelse: 'kallelse' },
    ...{ remissvar: 'remissvar' },
  },
  en: {
    ...{ bifall: 'granted', avslag: 'rejected', aterremiss: 'referred back', bordlaggning: 'tabling' },
    ...{
      bordlagt: 'tabled',
      andring: 'amendment',
      tillagg: 'addition',
      annat: 'other',
      ja: 'yes',
      nej: 'no',
    },
    ...{ protokollsanteckning: 'note to the minutes', sarskilt_yttrande: 'special statement' },
    ...{
      deltar_ej: 'takes no part',
      jav: 'conflict of interest',
      beredning: 'preparation',
      forslag: 'proposal',
    },
    ...{ remiss: 'comment', tjansteskrivelse: 'memorandum', protokoll: 'minutes', kallelse: 'summons' },
    ...{ remissvar: 'comment given' },
  },
};

export const FELORD: Words<{ readonly [fel in Fel]: string }> = {
  sv: {
    tomt: 'Här måste något stå.',
    tal: 'Skriv siffror, till exempel 12.',
    dag: 'Skriv dagen som ÅÅÅÅ-MM-DD.',
    person: 'En rad kunde inte läsas som en person. Skriv "Namn Efternamn (S)", en på varje rad.',
    rost: 'Skriv "Namn Efternamn (S): ja", "nej", "avstår" eller "frånvarande", en på varje rad.',
    organ: 'Skriv vilket organ.',
    val: 'Välj ett av alternativen.',
    annat: 'Så kan det inte sägas.',
  },
  en: {
    tomt: 'Something has to stand here.',
    tal: 'Write figures, such as 12.',
    dag: 'Write the day as YYYY-MM-DD.',
    person: 'A line could not be read as a person. Write "First Last (S)", one on each line.',
    rost: 'Write "First Last (S): ja", "nej", "avstår" or "frånvarande", one on each line.',
    organ: 'Write which body.',
    val: 'Choose one of those that there are.',
    annat: 'It cannot be said so.',
  },
};

/** How a box is written in, where that is not plain. */
export const RAD: Words<Named> = {
  sv: {
    personer: 'En person på varje rad: Namn Efternamn (S)',
    roster: 'En på varje rad: Namn Efternamn (S): ja',
    rader: 'Ett på varje rad',
    tallista: 'Med komma emellan. Tomt: hela beslutet',
  },
  en: {
    personer: 'One person a line: First Last (S)',
    roster: 'One a line: First Last (S): ja',
    rader: 'One a line',
    tallista: 'With commas between. Empty: the whole decision',
  },
};
