/** The beginning of a text in one line of at most `max` characters, cut between words, with «…» when something is missing. */
export function excerpt(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const space = line.lastIndexOf(' ', max - 1);
  // A text without spaces is cut anywhere but inside a character.
  const whole = space > max / 2 ? line.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${whole.trimEnd()}…`;
}
