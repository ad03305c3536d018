import { posix } from 'node:path';
import type { Parts } from '../open-zip';
import { cleanParts, type OfficeFormat } from './office-parts';
import { emptyAttributes, emptyElements, withoutAttributes, withoutElements } from './office-xml';

const DROPPED =
  /^(docProps\/|customXml\/|\[trash\]\/|_xmlsignatures\/|userCustomization\/)|printerSettings\d*\.bin$|thumbnail\.\w+$/i;
const RUNS = /vbaProject\w*\.bin$|vbaData\.xml$|\/activeX\/|\/macrosheets\//i;

const format: OfficeFormat = {
  dropped: (path) => DROPPED.test(path),
  kept: (path) => /\.(odttf|fntdata)$/i.test(path),
  runs: (path) => RUNS.test(path),
  cleanXml(xml, path) {
    if (path === '[Content_Types].xml') return withoutDroppedTypes(xml);
    if (path.endsWith('.rels')) return cleanRelations(xml, path);
    return cleanBody(xml, path);
  },
};

/** A Word, Excel or PowerPoint file without who made it, when, on which machine, nor who comments or corrects. */
export const ooxmlVista = (parts: Parts): Promise<Uint8Array | undefined> => cleanParts(parts, format);

const elementsThat = (xml: string, name: string, drop: (element: string) => boolean): string =>
  xml.replaceAll(new RegExp(`<${name}\\s[^>]*?(?:/>|>\\s*</${name}\\s*>)`, 'g'), (element) =>
    drop(element) ? '' : element,
  );

const attribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? '';

const withoutDroppedTypes = (xml: string): string =>
  elementsThat(xml, 'Override', (element) => DROPPED.test(attribute(element, 'PartName').slice(1)));

function cleanRelations(xml: string, path: string): string {
  const from = posix.dirname(posix.dirname(path));
  const toDropped = (element: string): boolean => {
    const target = attribute(element, 'Target');
    const whole = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(from, target));
    return DROPPED.test(whole) || /\/(attachedTemplate|printerSettings)$/.test(attribute(element, 'Type'));
  };
  // Paths of the machine it was made on name its user.
  return elementsThat(xml, 'Relationship', toDropped).replaceAll(
    /(\sTarget\s*=\s*["'])(?:file:|[A-Za-z]:[\\/]|\\\\)[^"']*/g,
    '$1about:blank',
  );
}

/** Written by the program beside what people wrote. */
const TRACES = [
  'rsids',
  'docVars',
  'docId',
  'attachedTemplate',
  'absPath',
  'fileSharing',
  'documentProtection',
  'writeProtection',
  'revisionPtr',
  'mailMerge',
].join('|');

/** Who; some are required, so they stay empty. */
const PEOPLE = 'author|initials|userName|userId|providerId|refreshedBy';

/** Parts that list people by name. */
const LISTS_PEOPLE = /\/(persons|commentAuthors|authors|people|revisions)\b/;

const FILE_NAME =
  /(\s(?:\w+:)?(?:name|descr|title)\s*=\s*)"[^"]*\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|pdf)"/gi;

function cleanBody(xml: string, path: string): string {
  let clean = withoutElements(xml, TRACES);
  clean = withoutAttributes(clean, 'rsid\\w*|dT|dt');
  clean = emptyAttributes(clean, LISTS_PEOPLE.test(path) ? `${PEOPLE}|displayName|name` : PEOPLE);
  // Pictures are named after the file they were.
  clean = clean.replaceAll(FILE_NAME, '$1""').replaceAll(/(<v:imagedata\s[^>]*?)\so:title="[^"]*"/g, '$1');
  if (path.startsWith('word/')) return withoutAttributes(clean, 'date|dateUtc');
  if (!path.startsWith('xl/')) return clean;
  // The settings of the printer that it pointed to were left out.
  return emptyElements(clean, 'author').replaceAll(/(<pageSetup\s[^>]*?)\sr:id="[^"]*"/g, '$1');
}
