/** What reasons, kinds, fields and their values are called to those who review. */
import type { GranskaCode, GranskaTyp } from '../../../store/granska.ts';
import { ETT } from '../parts/said.ts';
import type { Words } from '../words.ts';
import type { Fel } from './skrivet.ts';

type Named = { readonly [name: string]: string };

export const ORSAK: Words<{ readonly [code in GranskaCode]: string }> = {
  sv: {
    failed: 'filen kunde inte läsas, felet är vårt',
    refused: 'filen kunde inte läsas',
    'ej-omlast': 'filen kunde inte läsas om',
    'page-undrawable': 'sida som inte gick att visa',
    'ocr-failed': 'sida som inte kunde läsas (OCR)',
    'ocr-time-limit': 'sida som inte hann läsas (OCR)',
    'no-text': 'sida utan text',
    'not-read': 'sida som inte är läst',
    'page-unreadable': 'sida som inte går att läsa',
    'page-blank': 'sida som blev tom',
    'end-missing': 'filens slut saknas',
    'paragraf-missing': 'paragraf saknas',
    'beslut-missing': 'beslut saknas',
    'votering-mismatch': 'rösterna går inte ihop',
    'key-unconfirmed': 'nummer eller datum obekräftat',
    'rattelse-utan-mal': 'rättelse av något som inte finns kvar',
    'organ-missing': 'organ saknas',
    'datum-missing': 'datum saknas',
    'mottagare-missing': 'mottagare saknas',
    'organ-unlisted': 'okänt organ',
    unconfirmed: 'tal obekräftade',
    'person-missing': 'namn saknas',
    unsure: 'osäker läsning',
    'huvudman-missing': 'huvudman saknas',
    'expediering-empty': 'expediering utan mottagare',
    'bilaga-missing': 'bilaga saknas',
    repaired: 'skadad fil som kunde lagas',
    'not-utf8': 'äldre teckenkod',
    'diarienummer-missing': 'ärende utan diarienummer',
  },
  en: {
    failed: 'file not read, our fault',
    refused: 'file could not be read',
    'ej-omlast': 'file could not be read anew',
    'page-undrawable': 'page that could not be shown',
    'ocr-failed': 'page that could not be read (OCR)',
    'ocr-time-limit': 'page not read in time (OCR)',
    'no-text': 'page without text',
    'not-read': 'page not read',
    'page-unreadable': 'page cannot be read',
    'page-blank': 'page came out blank',
    'end-missing': 'end of file missing',
    'paragraf-missing': '§ missing',
    'beslut-missing': 'decision missing',
    'votering-mismatch': 'the votes do not add up',
    'key-unconfirmed': 'number or date unconfirmed',
    'rattelse-utan-mal': 'correction of something that is gone',
    'organ-missing': 'body missing',
    'datum-missing': 'date missing',
    'mottagare-missing': 'recipient missing',
    'organ-unlisted': 'unknown body',
    unconfirmed: 'figures unconfirmed',
    'person-missing': 'name missing',
    unsure: 'unsure reading',
    'huvudman-missing': 'authority missing',
    'expediering-empty': 'delivery without recipients',
    'bilaga-missing': 'appendix missing',
    repaired: 'damaged file that could be repaired',
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
    handling: 'document',
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
      utfall: 'Utfall',
    },
    ...{ nr: 'Nummer', ledtext: 'Raden före att-satserna', kedja: 'Organen i den raden, i ordning' },
    ...{ 'next.organ': 'Går vidare till', 'next.reason': 'Varför dit', next: 'Går vidare till' },
    ...{ mot: 'Mot att-sats nummer', ja: 'Antal ja', nej: 'Antal nej', avstar: 'Antal som avstår' },
    ...{ 'proposition.ja': 'Ja betyder', 'proposition.nej': 'Nej betyder', proposition: 'Propositionen' },
    ...{ utslag: 'Utslag', roster: 'Rösterna' },
    ...{ kind: 'Slag av handling', organ: 'Organ', datum: 'Datum', diarienummer: 'Diarienummer' },
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
    ...{ nr: 'Number', ledtext: 'The line before the clauses', kedja: 'The bodies of that line, in order' },
    ...{ 'next.organ': 'Goes on to', 'next.reason': 'Why there', next: 'Goes on to' },
    ...{
      mot: 'Against clause number',
      ja: 'Number of yes',
      nej: 'Number of no',
      avstar: 'Number abstaining',
    },
    ...{ 'proposition.ja': 'Yes means', 'proposition.nej': 'No means', proposition: 'What was put' },
    ...{ utslag: 'Result', roster: 'The votes' },
    ...{ kind: 'Kind of document', organ: 'Body', datum: 'Date', diarienummer: 'Case number' },
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
    ...{ bifall: 'approved', avslag: 'rejected', aterremiss: 'referred back', bordlaggning: 'postponement' },
    ...{
      bordlagt: 'postponed',
      andring: 'amendment',
      tillagg: 'addition',
      annat: 'other',
      ja: 'yes',
      nej: 'no',
    },
    ...{ protokollsanteckning: 'note in the minutes', sarskilt_yttrande: 'separate statement' },
    ...{
      deltar_ej: 'takes no part in the decision',
      jav: 'conflict of interest',
      beredning: 'preparation',
      forslag: 'proposal',
    },
    ...{ remiss: 'consultation', tjansteskrivelse: 'memorandum', protokoll: 'minutes', kallelse: 'summons' },
    ...{ remissvar: 'consultation response' },
  },
};

export const FELORD: Words<{ readonly [fel in Fel]: string }> = {
  sv: {
    tomt: 'Fältet får inte vara tomt.',
    tal: 'Skriv siffror, till exempel 12.',
    dag: 'Skriv datum som ÅÅÅÅ-MM-DD.',
    person: 'En rad kunde inte läsas som en person. Skriv "Namn Efternamn (S)", en på varje rad.',
    rost: 'Skriv "Namn Efternamn (S): ja", "nej", "avstår" eller "frånvarande", en på varje rad.',
    organ: 'Skriv vilket organ det är.',
    val: 'Välj ett av alternativen.',
    annat: 'Det går inte att spara så.',
  },
  en: {
    tomt: 'The field may not be empty.',
    tal: 'Write figures, such as 12.',
    dag: 'Write the date as YYYY-MM-DD.',
    person: 'A line could not be read as a person. Write "First Last (S)", one on each line.',
    rost: 'Write "First Last (S): ja", "nej", "avstår" or "frånvarande", one on each line.',
    organ: 'Write which body it is.',
    val: 'Choose one of those that there are.',
    annat: 'It cannot be kept so.',
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
