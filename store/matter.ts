/** A matter, its handlingar, and how questions about matters are narrowed and answered. */
import type { Handling } from '../extraction/record.ts';

/**
 * A matter (ärende) across handlingar and files: a huvudman's diarienummer. A matter without a number has an
 * id of its own: made of huvudman, organ, datum and paragraf when they are known, so that the same § met in
 * two files is one matter, else of the ärende's id. A number that only OCR has read and nothing confirms counts
 * for none: the matter shows it, marked, and says what it may belong to.
 */
export interface Matter {
  /** Stable: the same handlingar give the same id in whatever order they come. Safe in a workflow id. */
  id: string;
  /** As most often printed. */
  huvudman: string | null;
  /** As most often printed; null for a matter without a number. */
  diarienummer: string | null;
  rubrik: string | null;
  /** `diarienummer`: nothing confirms the number, and the matter has an id of its own. */
  obekraftade: string[];
}

/** One handling of a matter and the file it stands in. `handling.arenden` holds the ärenden of that matter only. */
export interface MatterHandling {
  sha256: string;
  fileName: string;
  handling: Handling;
}

/** One of several possible answers; ask again with its `huvudman` (and `diarienummer`). */
export interface Choice {
  huvudman: string | null;
  /** arende: the number as printed; inkorg: null. */
  diarienummer: string | null;
  /** arende: the matter's heading; inkorg: the recipient's name there. */
  label: string | null;
  /** Of a matter whose number nothing confirms: its id, to ask with instead of the number. */
  id?: string;
}

/** Several could answer: the question has to say which. */
export interface Choices {
  choices: Choice[];
}

/** Narrows a question to one huvudman, by any of its written forms; "" means what has none. */
export interface OfHuvudman {
  huvudman?: string | undefined;
}

/** Tells an answer from a list of choices. */
export function isChoices(answer: object): answer is Choices {
  return 'choices' in answer;
}
