/** Who runs this process: the account's name, or its number where it has none (in containers). */
import { userInfo } from 'node:os';

export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'okänd'}`;
  }
}
