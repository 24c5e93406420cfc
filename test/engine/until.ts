/** Waits for what others bring about. A check that throws is not true yet; its fault is told when the time is over. */
export async function until(check: () => Promise<boolean>, milliseconds = 60_000): Promise<void> {
  const end = Date.now() + milliseconds;
  let fault: unknown;
  const holds = () =>
    check().catch((error: unknown) => {
      fault = error;
      return false;
    });
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${check}`, { cause: fault });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
