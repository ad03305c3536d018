import type { Parts } from '../open-zip';
import { cleanParts, type OfficeFormat } from './office-parts';
import { emptyElements, withoutAttributes, withoutElements } from './office-xml';

const DROPPED =
  /^(meta\.xml$|settings\.xml$|manifest\.rdf$|Thumbnails\/|Configurations2?\/|layout-cache$|META-INF\/(?!manifest\.xml$))/;

/** Who comments or corrects, and when. */
const TRACES = '(?:dc|meta|loext):(?:creator|date|date-string|creator-initials|sender-initials)';
/** Fields that write who made the document: they stay, empty. */
const FIELDS = 'text:(?:author-name|author-initials|initial-creator|creator|printed-by|user-defined)';

const format: OfficeFormat = {
  dropped: (path) => DROPPED.test(path.replace(/^Object \d+\//, '')),
  kept: (path) => path === 'mimetype',
  runs: (path) => /^(Basic|Scripts)\//.test(path),
  cleanXml(xml, path) {
    if (path === 'META-INF/manifest.xml') return withoutDropped(xml);
    const anonymous = emptyElements(withoutElements(xml, TRACES), FIELDS);
    return withoutAttributes(anonymous, 'rsid|paragraph-rsid|modified-by');
  },
};

/** A text or spreadsheet of LibreOffice without who made it, when, nor who comments or corrects. */
export const odfVista = (parts: Parts): Promise<Uint8Array | undefined> => cleanParts(parts, format);

const withoutDropped = (xml: string): string =>
  xml.replaceAll(/<manifest:file-entry\s[^>]*?(?:\/>|>[\s\S]*?<\/manifest:file-entry>)/g, (entry) =>
    DROPPED.test(/full-path="([^"]*)"/.exec(entry)?.[1] ?? '') ? '' : entry,
  );
