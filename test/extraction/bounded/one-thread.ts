/** A process of its own in which calls wait for one thread: nothing but the pool keeps it alive. */
import { createPool } from '../../../extraction/bounded/index.ts';

const pool = createPool({ threads: 1 });
const task = { module: new URL('./tasks.ts', import.meta.url).href, name: 'double' };
let sum = 0;
for (let n = 1; n <= 5; n++) sum += await pool.run<number>(task, [n]);
console.log(sum);
