/** Another program that keeps the database to itself: `node locking-process.ts PATH SECONDS`. Says "locked" and "free". */
import Sqlite from 'better-sqlite3';

const [path, seconds] = process.argv.slice(2) as [string, string];
const db = new Sqlite(path, { timeout: 30_000 });
db.exec('begin exclusive');
process.stdout.write('locked\n');
setTimeout(() => {
  db.exec('commit');
  process.stdout.write('free\n');
  db.close();
}, Number(seconds) * 1_000);
