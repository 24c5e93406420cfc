/** What OCR misreads in every record alike, put right by what stands around it: marks, words, numbers, §. Pure; the whole document. */
import type { Page } from '../page.ts';
import { repairByDocument } from './document-words.ts';
import { repairListNumbers } from './list-numbers.ts';
import { repairMarks } from './marks.ts';
import { repairPageNumbers } from './page-numbers.ts';
import { repairParagraphs } from './repair-paragraphs.ts';
import { withRepairedWords } from './repair-words.ts';
import { repairRunningHeads } from './running-heads.ts';
import { repairSums } from './sums.ts';

/** The pages as they were printed, as far as that can be told; pages that OCR did not read come back as they are. */
export function repairReadings(pages: readonly Page[]): Page[] {
  const words = pages.map((page) => (page.textSource === 'ocr' ? pageRepaired(page) : page));
  return repairParagraphs(repairPageNumbers(repairRunningHeads(repairSums(repairByDocument(words)))));
}

function pageRepaired(page: Page): Page {
  const marked = repairListNumbers(repairMarks(page));
  return { ...marked, lines: marked.lines.map(withRepairedWords) };
}
