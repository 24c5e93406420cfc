/** How a question with a list for an answer is answered, also when nothing is in it. */
import type { Command } from 'commander';
import type { Store } from '../store/store.ts';
import { EXIT } from './exit-codes.ts';
import type { Asked } from './nothing-found.ts';
import { asJson, type Session } from './session.ts';

interface ListAnswer<T> {
  json: boolean | undefined;
  /** What narrows the question: where nothing is found it may be that nobody knows it. */
  asked: Asked;
  ask(store: Store): Promise<T>;
  isEmpty(answer: T): boolean;
  text(answer: T): Promise<string> | string;
}

/** Asks the store, prints the answer and sets the exit code. */
export async function giveList<T extends object>(
  command: Command,
  session: Session,
  { json, asked, ask, isEmpty, text }: ListAnswer<T>,
): Promise<void> {
  const { terminal } = session;
  const [{ withStore }, { unknownAsked }] = await Promise.all([
    import('./with-store.ts'),
    import('./nothing-found.ts'),
  ]);
  const [answer, unknown] = await withStore(command, session, async (store): Promise<[T, string | null]> => {
    const found = await ask(store);
    return [found, isEmpty(found) ? await unknownAsked(store, asked) : null];
  });
  if (isEmpty(answer)) session.exitCode = EXIT.nothingFound;
  if (unknown !== null) terminal.tell(unknown);
  if (json) terminal.answer(asJson(answer));
  else if (unknown === null) terminal.answer(await text(answer));
}
