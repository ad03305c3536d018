/*
 * A backup is a folder named by the instant it is of. While it is being written its name says so: whatever does not
 * have the plain name was cut.
 */

const STAMP = String.raw`\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ`;
const NAME = new RegExp(`^respaldo-${STAMP}$`);
const UNFINISHED = new RegExp(String.raw`^\.respaldo-(${STAMP})\.(sin-terminar|por-borrar)$`);

export const nameAt = (instant: Date): string =>
  `respaldo-${instant.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

export const isBackupName = (name: string): boolean => NAME.test(name);

export const draftOf = (name: string): string => `.${name}.sin-terminar`;

/** The name of one that is to go: half removed, it must not look whole. */
export const condemnedOf = (name: string): string => `.${name}.por-borrar`;

/** When what was left behind under that name began; undefined for any other name. */
export function leftBehindAt(name: string): Date | undefined {
  const stamp = UNFINISHED.exec(name)?.[1];
  if (stamp === undefined) return undefined;
  return new Date(stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));
}
