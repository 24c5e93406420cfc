/** What must not stand in a log, whatever an error says: passwords in addresses, and the values of secrets that we were given. */

/** Names of environment variables that hold secrets; of `PWD` only one that stands behind another word. */
const SECRET =
  /PASSWORD|PASSWD|PASSPHRASE|_PWD$|SECRET|TOKEN|API_?KEY|ACCESS_KEY$|PRIVATE|CREDENTIAL|NYCKEL|LOSENORD/iu;
/** A shorter value may be a word. */
const LEAST = 6;
const SHOWN = '***';

/** Finds a name and a password in an address. */
const IN_ADDRESS = /(\w:\/\/)[^\s/"@]+@/gu;

/**
 * Takes secrets out of lines of JSON.
 *
 * @param env where secrets are; read once
 */
export function redaction(env: NodeJS.ProcessEnv = process.env): (line: string) => string {
  const values = Object.entries(env).flatMap(([name, value]) =>
    // what names a file or a variable is no secret itself
    value && value.length >= LEAST && SECRET.test(name) && !/_(FILE|ENV)$/iu.test(name) ? [value] : [],
  );
  // as they stand in JSON, the longest first: one may be the beginning of another
  const written = [...new Set(values.map((value) => JSON.stringify(value).slice(1, -1)))].sort(
    (a, b) => b.length - a.length,
  );
  return (line) =>
    written.reduce((text, value) => text.replaceAll(value, SHOWN), line).replace(IN_ADDRESS, `$1${SHOWN}@`);
}
