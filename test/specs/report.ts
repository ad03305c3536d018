import type { Ended, Ending } from './ending';

const KINDS = ['passes', 'refused', 'does not apply', 'needs fail points', 'fails'] as const;

export const START = '<!-- specs:start -->';
export const END = '<!-- specs:end -->';

type Kind = Ending['kind'];

const count = (ended: readonly Ended[], kind: Kind): number =>
  ended.filter(({ ending }) => ending.kind === kind).length;

/** What a file is about: its name up to the first dash, and the whole client's writes apart. */
const familyOf = (file: string): string => /^(client-bulkWrite|db-aggregate|[^-]+)/.exec(file)?.[1] ?? file;

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function table(ended: readonly Ended[]): string[] {
  const counts = (some: readonly Ended[]) => KINDS.map((kind) => count(some, kind));
  return [
    row(['file', 'passes', 'refused by name', 'does not apply', 'needs fail points', 'fails']),
    row(['---', ...KINDS.map(() => '--:')]),
    ...grouped(ended, ({ file }) => familyOf(file)).map(([family, some]) => row([family, ...counts(some)])),
    row(['**all**', ...counts(ended)]),
  ];
}

const reasonsOf = (ended: readonly Ended[], kind: Kind): [reason: string, count: number][] =>
  grouped(
    ended.flatMap(({ ending }) => (ending.kind === kind && 'reason' in ending ? [ending.reason] : [])),
    (reason) => reason,
  )
    .map(([reason, all]): [string, number] => [reason, all.length])
    .toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b));

const sentence = (title: string, reasons: readonly [string, number][]): string[] =>
  reasons.length === 0
    ? []
    : [`${title}: ${reasons.map(([reason, times]) => `${reason} ${times}`).join(', ')}.`, ''];

/** The result in a few lines of Markdown: a table by what the files are about, then why what did not pass did not. */
export function reportOf(ended: readonly Ended[], about: string): string {
  return [
    about,
    '',
    ...table(ended),
    '',
    ...sentence('Refused by name', reasonsOf(ended, 'refused')),
    ...sentence('Does not apply', reasonsOf(ended, 'does not apply')),
    ...failures(ended).map((line) => `- ${line}`),
  ]
    .join('\n')
    .trimEnd();
}

/** One line for each test that fails. */
export const failures = (ended: readonly Ended[]): string[] =>
  ended.flatMap(({ file, test, ending }) =>
    ending.kind === 'fails' ? [`${file}, “${test}”: ${ending.reason}`] : [],
  );

/** The page with the report between its two marks; undefined when it does not have them. */
export function withReport(page: string, report: string): string | undefined {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) return undefined;
  return `${page.slice(0, start + START.length)}\n${report}\n${page.slice(end)}`;
}
