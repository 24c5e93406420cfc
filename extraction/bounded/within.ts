/** It took longer than it may. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** The answer, or TooLate when it takes longer. What comes after that is dropped. */
export async function within<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  answer.catch(() => {}); // it may fail after nobody listens any more
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
