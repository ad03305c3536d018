import type * as cleaner from './clean-pdf';
import { checkPdfBounds } from './pdf-bounds';

/** Loaded by the first PDF: it is heavy. */
const load = () => require('./clean-pdf') as typeof cleaner;

/**
 * The PDF without document information, XMP, attached files, scripts, actions that start programs, authors of notes nor
 * metadata of its photographs, and without what earlier versions left inside. Undefined when none can be made (encrypted,
 * or not as PDFs are written). Refuses bombs as SOSPECHOSO.
 */
export async function pdfVista(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  checkPdfBounds(bytes);
  try {
    return await load().cleanPdf(bytes);
  } catch {
    // What the library cannot read nobody promises to have cleaned.
    return undefined;
  }
}
