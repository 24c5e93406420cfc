/**
 * Something outside the program is missing or in the way, and a person can do something about it. `message`
 * says what and how, Swedish first; no stack belongs beside it.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** Stable, e.g. "home-in-use", "temporal-missing". */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
