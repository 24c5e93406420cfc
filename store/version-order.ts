/** Orders extraction versions segment by segment, numbers as numbers: "1.9" < "1.10", "2026-01-02" < "2026-01-10". */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [segments(a), segments(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [left, right] = [x[i], y[i]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const order =
      /^\d/u.test(left) && /^\d/u.test(right) ? Number(left) - Number(right) : compare(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function segments(version: string): string[] {
  return version.match(/\d+|[^\d.\-+_]+/gu) ?? [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
