import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { withoutJpegMetadata } from './jpeg-segments';

const names = (...keys: readonly string[]): readonly PDFName[] => keys.map((key) => PDFName.of(key));

/** Of any dictionary: metadata, what programs keep for themselves, attached files and what starts by itself. */
const TRACES = names(
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AF',
  'AA',
  'JS',
  'EF',
  'Collection',
  'XFA',
  'CreatorInfo',
);
const OF_CATALOG = names('OpenAction', 'Perms', 'DSS', 'SpiderInfo', 'URI', 'Legal', 'Threads');
const OF_NAMES = names('EmbeddedFiles', 'JavaScript', 'AlternatePresentations', 'URLS', 'IDS');
/** Of a signature: the certificate and all that is told of who signed. What it shows on the page stays. */
const OF_SIGNATURE = names(
  'Contents',
  'Cert',
  'Name',
  'Location',
  'Reason',
  'ContactInfo',
  'M',
  'Prop_Build',
);
/** Who wrote a note, and when. */
const OF_ANNOTATION = names('T', 'M', 'CreationDate', 'NM', 'Subj', 'RC');

const SUBTYPE = PDFName.of('Subtype');
const DANGEROUS = new Set(
  ['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'Rendition', 'GoToE', 'GoToR'].map((one) =>
    PDFName.of(one),
  ),
);
const ATTACHED = new Set(
  ['FileAttachment', 'Screen', 'RichMedia', 'Movie', 'Sound', '3D'].map((one) => PDFName.of(one)),
);

/** Throws when the library cannot read it whole, or it is encrypted. */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const { context, catalog } = pdf;
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  remove(catalog, OF_CATALOG);
  const named = catalog.get(PDFName.of('Names'));
  const namesOf = named && context.lookup(named as PDFRef);
  if (namesOf instanceof PDFDict) remove(namesOf, OF_NAMES);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!cleanObject(object, context, ref)) return undefined;
  }
  removeUnreachable(context, catalog);
  return pdf.save({ updateFieldAppearances: false, addDefaultPage: false });
}

function remove(dictionary: PDFDict, keys: readonly PDFName[]): void {
  for (const key of keys) dictionary.delete(key);
}

/** Cleans an object and all that is written inside it. False when it holds a photograph that cannot be cleaned. */
function cleanObject(object: PDFObject | undefined, context: PDFContext, ref?: PDFRef): boolean {
  if (object instanceof PDFArray) return object.asArray().every((inside) => cleanObject(inside, context));
  if (object instanceof PDFStream) {
    return cleanObject(object.dict, context) && cleanStream(object, context, ref);
  }
  if (!(object instanceof PDFDict)) return true;
  cleanDictionary(object);
  return object.values().every((inside) => cleanObject(inside, context));
}

function cleanDictionary(dictionary: PDFDict): void {
  remove(dictionary, TRACES);
  if (dictionary.has(PDFName.of('ByteRange'))) remove(dictionary, OF_SIGNATURE);
  const action = dictionary.get(PDFName.of('S'));
  if (action instanceof PDFName && DANGEROUS.has(action)) {
    for (const key of dictionary.keys()) dictionary.delete(key);
    return;
  }
  const subtype = dictionary.get(SUBTYPE);
  if (!dictionary.has(PDFName.of('Rect')) || !(subtype instanceof PDFName)) return;
  // Of a form field `T` is its name.
  if (subtype !== PDFName.of('Widget')) remove(dictionary, OF_ANNOTATION);
  if (ATTACHED.has(subtype))
    remove(dictionary, names('FS', 'MK', 'A', 'RichMediaContent', 'Movie', 'Sound', '3DD'));
}

function cleanStream(stream: PDFStream, context: PDFContext, ref?: PDFRef): boolean {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray() : [filter];
  if (filters.includes(PDFName.of('JPXDecode'))) return false;
  if (!filters.includes(PDFName.of('DCTDecode'))) return true;
  const clean =
    filters.length === 1 && stream instanceof PDFRawStream && withoutJpegMetadata(stream.getContents());
  if (!clean || !ref) return false;
  context.assign(ref, PDFRawStream.of(stream.dict, clean));
  return true;
}

/** What nothing leads to is of earlier versions of the document, or of what was just taken out. */
function removeUnreachable(context: PDFContext, catalog: PDFDict): void {
  const reached = new Set<PDFObject>([catalog]);
  const root = context.trailerInfo.Root;
  if (root) reached.add(root);
  // What is added to a set while it is gone through is gone through too.
  for (const object of reached) for (const next of ledToFrom(object, context)) reached.add(next);
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

function ledToFrom(object: PDFObject, context: PDFContext): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  if (object instanceof PDFStream) return [object.dict];
  const found = object instanceof PDFRef ? context.lookup(object) : undefined;
  return found ? [found] : [];
}
