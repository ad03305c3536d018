import { type CodeName, notSupported, refuse } from '../command-error';
import { OF_DBREF } from '../values/db-ref';

/** Refuses a name that cannot be one step of a path. */
export function checkFieldName(name: string): void {
  if (name === '') refuse('Location15998', 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$') && !OF_DBREF.includes(name))
    refuse(
      'Location16410',
      `FieldPath field names may not start with '$'. Consider using $getField: ${name}`,
    );
  if (name.includes('.')) refuse('Location16412', `FieldPath field names may not contain '.': ${name}`);
}

/** The steps of a dotted path. */
export function pathOf(text: string, ofEmpty: CodeName = 'Location40352'): readonly string[] {
  if (text === '') refuse(ofEmpty, 'FieldPath cannot be constructed with empty string');
  if (text.endsWith('.')) refuse('Location40353', "FieldPath must not end with a '.'.");
  const parts = text.split('.');
  for (const part of parts) checkFieldName(part);
  return parts;
}

/** Refuses what cannot name a variable of `$let`, `$map`, … or of a command's `let`. */
export function checkVariableName(name: unknown): string {
  if (name === 'CURRENT') return notSupported('CURRENT as the name of a variable');
  return typeof name === 'string' && /^[a-z\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*$/u.test(name)
    ? name
    : refuse('FailedToParse', 'a variable must begin with a lower case letter');
}
