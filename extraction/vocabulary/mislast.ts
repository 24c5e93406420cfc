/** What OCR makes of the words of procedure, on which clauses hang: what no Swedish record has, and the word it was. */
export const MISLAST: readonly (readonly [RegExp, string])[] = [
  // "bestutar", "besiutar", "beskuta"
  [/^([Bb])es(?:[tifjk1!|]ut|lul|lui|1ut)((?:a|ar|ade|at|et|as|ades)?[.,:;]?)$/u, '$1eslut$2'],
  // "förestår"
  [/^([Ff])öres[t1ifj!|]å([rs]?[.,:;]?)$/u, '$1öreslå$2'],
  // "bifalt", "bitall"
  [/^([Bb])i[ftl]a[lit1!|]{2}([.,:;]?)$/u, '$1ifall$2'],
  [/^ätt$/u, 'att'],
  [/^pä$/u, 'på'],
  [/^äv$/u, 'av'],
  [/^([Ff])rän$/u, '$1rån'],
  [/^ären$/u, 'åren'],
  [/^mäste$/u, 'måste'],
];

/** What is read as a party among parties: "från $ och MP", "M och I". */
export const PARTI_BLAND_ANDRA: Readonly<Record<string, string>> = {
  $: 'S',
  '&': 'S',
  '§': 'S',
  '5': 'S',
  I: 'L',
  l: 'L',
  '0': 'C',
  KO: 'KD',
  SO: 'SD',
  '5D': 'SD',
};

/** Words that are printed on every page of a record and are no headings. */
export const LABELS: readonly string[] = [
  'diarienummer',
  'ärendenummer',
  'dokumentnummer',
  'sammanträdesdatum',
  'sammanträdesprotokoll',
  'justerandes',
  'utdragsbestyrkande',
  'paragrafer',
  'tjänsteskrivelse',
  'ordförande',
  'sekreterare',
];
