/** «a, b y c», as it is said in Spanish (y → e before the sound i). */
export function joinList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const and = /^h?[ií](?![aeiouáéó])/i.test(last) ? 'e' : 'y';
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}
