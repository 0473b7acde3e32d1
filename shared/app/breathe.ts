/** Lets requests have their turn in between: storage that answers at once would keep the process to itself. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
