/** How records label and write their numbers. Data: labels and forms, not municipalities. */

/** Labels before a matter's number. */
export const DIARIENUMMER_LABEL =
  '(?:ärendenummer|ärendenr|ärende-?nr|ärendebeteckning|diarienummer|diarienr|diarie(?!\\p{L})|d[- ]?nr|vårt dnr|vår beteckning|vår referens|beteckning|vårt diarienr|reg\\.?\\s?nr|akt\\s?nr|målnr)';

/** Labels before a document's own number. */
export const DOKUMENTNUMMER_LABEL =
  '(?:dokumentnummer|dokumentnr|dok\\.?\\s?nr|dokument-?id|handlingsnummer|handling nr)';

/**
 * Forms of a matter's number that are told without a label: a register's letters, a year and a running number
 * in any order ("KS 2031/62", "BUN/2031:417", "KLK-2024-00512:1", "RS/8/2031", "2031/KS 0063 001", "KS2021/0123",
 * "00034/2031", "2031/02350", "LD23/07215", "KSM2031-1408-321"), also with points ("KS.2031.118", "2031.118 KS"), with
 * nothing between ("31RK512", "DNX310012", "2031-KTN000201") or short in brackets after a title ("(326/31)").
 */
export const DIARIENUMMER_FORMS: string[] = [
  '\\p{Lu}{2,6}[. ](?:19|20)\\d{2}\\.\\d{1,6}',
  '(?:19|20)\\d{2}\\.\\d{2,6} \\p{Lu}{2,6}(?!\\p{L})',
  '(?:19|20)\\d{2}-\\p{Lu}{2,6}\\d{4,7}',
  '(?:19|20)\\d{2}/\\d{1,6}-\\p{Lu}\\p{L}{1,6}-\\d{3}',
  '\\p{Lu}{2,6}/(?:19|20)\\d{2}/\\d{1,6}/\\d{3}(?:-\\d{1,3})?',
  '\\p{Lu}{2,6}/\\d{3,5}/\\d{2}',
  '\\p{Lu}{2,5} \\d{1,5}-(?:19|20)\\d{2}',
  '(?!ISO)\\p{Lu}{2,6}\\d{5,7}',
  '\\d{2}\\p{Lu}{2,4}\\d{1,5}',
  '\\d{2}/\\p{Lu}{2,4} \\d{3,5}',
  '(?<=\\()\\d{1,4}/\\d{2}(?=\\)\\s*$)',
  '\\p{Lu}[\\p{Lu}\\d]{1,7}[-/ ]?(?:19|20)\\d{2}[-/: ]\\d{1,6}(?:[-:]\\d{1,4})?',
  '\\p{Lu}[\\p{L}]{1,4}[-/ ]\\d{1,6}/(?:19|20)\\d{2}',
  '\\p{Lu}{2,5} \\d{1,5}/\\d{2}',
  '\\p{Lu}[\\p{L}]{1,5}[-/ ]?(?:19|20)\\d{2}[-/:]\\d{1,6}(?:[-:]\\d{1,4})?',
  '(?:19|20)\\d{2}/\\p{Lu}{2,6}[ -]?\\d{2,6}(?:[ -]\\d{1,4})?',
  '\\p{Lu}{1,5}[ ]?\\d{2}/\\d{3,6}',
  '(?:19|20)\\d{2}/\\d{3,6}(?: ?\\p{Lu}{2,5})?(?: ?- ?\\d{1,3})?',
  '\\d{3,6}/(?:19|20)\\d{2}',
  '(?:19|20)\\d{2}[-:]\\d{4,6}',
  '\\d{1,3}(?:\\.\\d{1,3}){1,3}\\.?[-/]\\d{1,6}[-/](?:19|20)\\d{2}',
];

/** After a label any token with digits is a number: letters, digits and their separators. */
export const LABELLED_FORM =
  '(?:\\p{L}{1,8}[ /-]{0,2})?\\d[\\p{L}\\d]*(?:[-/:.][\\p{L}\\d]+)*(?:-\\d{3,4}(?!\\d|-\\d))?';
