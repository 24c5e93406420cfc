/** How a question with one answer is answered, also when nothing or too much could be meant. */
import { type Choices, isChoices } from '../store/store.ts';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';

export interface OneAnswer<T> {
  json: boolean | undefined;
  /** What programs are told when there is none. */
  none: unknown;
  /** What people are told when there is none, and when there are several. */
  nothing(): Promise<string> | string;
  several: string;
  text(answer: T): Promise<string> | string;
}

/** Prints the answer and sets the exit code. */
export async function giveAnswer<T extends object>(
  session: Session,
  answer: T | Choices | null,
  as: OneAnswer<T>,
): Promise<void> {
  const { terminal } = session;
  if (answer === null) session.exitCode = EXIT.nothingFound;
  else if (isChoices(answer)) session.exitCode = EXIT.choices;
  if (as.json) {
    terminal.answer(asJson(answer ?? as.none));
  } else if (answer === null) {
    terminal.tell(await as.nothing());
  } else if (isChoices(answer)) {
    const { choicesText } = await import('./answers/choices-text.ts');
    terminal.answer(choicesText(as.several, answer));
  } else {
    terminal.answer(await as.text(answer));
  }
}
