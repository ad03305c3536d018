/**
 * The contents of files that a value refers to, however deep: every text under the name `sha256`. A draft or a message may
 * hold files wherever its dialog wants; what it refers to must not be swept.
 */
export function referredContents(value: unknown): readonly string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [value];
  // What is added while the list is gone through is gone through too.
  for (const one of waiting) {
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, inside] of Object.entries(one)) {
      if (name === 'sha256' && typeof inside === 'string') found.add(inside);
      else if (typeof inside === 'object' && inside !== null) waiting.push(inside);
    }
  }
  return [...found].toSorted();
}
