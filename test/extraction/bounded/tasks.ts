/** What the pool's tests let its threads do. */
import { Refusal } from '../../../extraction/refusal.ts';

export const double = (n: number) => n * 2;
export const loop = () => {
  for (;;);
};
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, ms));
export const count = (to: number, progress: (n: number) => void) => {
  for (let i = 1; i <= to; i++) progress(i);
  return to;
};
export const refuse = () => {
  throw new Refusal('encrypted');
};
export const fail = () => {
  throw new RangeError('our own fault');
};
export const leave = () => process.exit(3);
export const forget = async () => {
  Promise.reject(new Error('left lying'));
  await wait(20);
  return 'done';
};
export const fillBuffers = () => {
  const kept: Uint8Array[] = [];
  for (;;) kept.push(new Uint8Array(4_000_000).fill(1));
};
export const fillObjects = () => {
  const kept: unknown[] = [];
  for (;;) kept.push({ text: `${kept.length}` });
};
let kept: Uint8Array | null = null;
/** Keeps so many MiB, and tells what the last call had left. */
export const keep = (mib: number) => {
  const left = kept ? kept.length / 2 ** 20 : 0;
  kept = new Uint8Array(mib * 2 ** 20).fill(1);
  return left;
};
