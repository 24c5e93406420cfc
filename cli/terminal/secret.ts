/** Asks for a secret: at a terminal without showing what is typed, else a line of stdin. Never an argument, which others on the machine see. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Terminal } from './terminal.ts';

/** Resolves to null when there is none: the input ended, or the person gave up. */
export async function askSecrets(questions: readonly string[], terminal: Terminal): Promise<string[] | null> {
  const isTerminal = process.stdin.isTTY === true;
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: isTerminal, historySize: 0 });
  let gaveUp = false;
  lines.on('SIGINT', () => {
    gaveUp = true;
    lines.close();
  });
  const given: string[] = [];
  try {
    const ask = (): void => {
      const question = questions[given.length];
      if (isTerminal && question !== undefined) terminal.draw(`${question}: `);
    };
    ask();
    for await (const line of lines) {
      if (isTerminal) terminal.draw('\n');
      given.push(line);
      // a line of a file or pipe holds for the second time it is asked for as well
      if (!isTerminal) return questions.map(() => given[0] ?? '');
      if (given.length === questions.length) return given;
      ask();
    }
    if (isTerminal && gaveUp) terminal.draw('\n');
    return null;
  } finally {
    lines.close();
  }
}
