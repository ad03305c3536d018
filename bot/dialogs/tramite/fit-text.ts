import { excerpt } from '../excerpt';

const BREAK = '\n\n';

/** The paragraphs in at most `max` characters: the longest ones are cut, none is left out. */
export function fitParagraphs(paragraphs: readonly string[], max: number): string {
  const room = max - BREAK.length * (paragraphs.length - 1);
  let limit = Math.max(...paragraphs.map(({ length }) => length));
  let fitted = paragraphs;
  while (limit > 1 && fitted.reduce((sum, { length }) => sum + length, 0) > room) {
    limit = Math.floor(limit * 0.9);
    fitted = paragraphs.map((one) => excerpt(one, limit));
  }
  return fitted.join(BREAK);
}

/** As many whole lines as fit in `max` characters. */
export function cutLines(lines: readonly string[], max: number): string {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length + 1 > max) break;
    text += (text && '\n') + line;
  }
  return text;
}
