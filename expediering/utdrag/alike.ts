/** Whether two drawings of a page, made by the same hand, show the same. */

/** Grey steps that a pixel may differ by. */
const SAME = 24;
/** Pixels that may differ by more: a full stop at 60 dpi is one or two. */
const MAX_UNLIKE = 4;

export interface Grey {
  width: number;
  height: number;
  /** One byte a pixel, row by row. */
  grey: Uint8Array;
}

/** Pixel for pixel, but for a few. */
export function alike(a: Grey, b: Grey): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  let unlike = 0;
  for (let i = 0; i < a.grey.length; i++) {
    if (Math.abs((a.grey[i] as number) - (b.grey[i] as number)) > SAME) unlike++;
  }
  return unlike <= MAX_UNLIKE;
}
