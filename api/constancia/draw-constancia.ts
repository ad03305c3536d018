import type PdfkitDocument from 'pdfkit';
import type { Texts } from '../../content/texts';
import type { CasoConstancia } from './caso-constancia';
import type { Documento } from './documento';
import { addFurniture } from './pdf-furniture';
import { writeHeading } from './pdf-heading';
import { registerLetters } from './pdf-letters';
import type { QrModules } from './pdf-qr';
import { PAGE } from './pdf-style';
import { writeSection } from './pdf-section';

export interface Drawing {
  readonly PDFDocument: typeof PdfkitDocument;
  readonly t: Texts;
  readonly documento: Documento;
  readonly caso: CasoConstancia;
  readonly keyId: string;
  readonly publicUrl: string;
  /** What the QR says. */
  readonly address: string;
  readonly qr: QrModules;
  readonly compress: boolean;
}

/** Lays a constancia out on A4 pages, with its structure tagged for screen readers. */
export function drawConstancia(drawing: Drawing): Promise<Buffer> {
  const { documento, caso } = drawing;
  const doc = newDocument(drawing);
  const bytes = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  writeHeading(doc, root, headingOf(drawing));
  for (const seccion of documento.secciones) writeSection(doc, root, seccion);
  root.end();
  attachText(doc, drawing);
  addFurniture(doc, furnitureOf(drawing, caso));
  doc.end();
  return bytes;
}

function newDocument({ PDFDocument, documento, caso, compress }: Drawing): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    // None of the fonts that a PDF may leave out.
    font: '',
    size: 'A4',
    margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: PAGE.bottom },
    bufferPages: true,
    compress,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'es-CO',
    displayTitle: true,
    info: {
      Title: documento.titulo,
      Author: documento.encabezado.entidad,
      Subject: documento.asunto,
      // Not now: a constancia drawn again is the same file.
      CreationDate: caso.radicadoEn,
    },
  });
  registerLetters(doc);
  return doc;
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((done, fail) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', fail);
  });
}

const headingOf = ({ t, documento, caso, publicUrl, address, qr }: Drawing) => ({
  encabezado: documento.encabezado,
  qr,
  qrAddress: address,
  qrAlt: t('constancia.qrAlt', { pagina: `${publicUrl}/verificar` }),
  qrCaption: t('constancia.qr'),
  ...(caso.prueba && { aviso: { titulo: t('constancia.prueba'), texto: t('constancia.pruebaExplica') } }),
});

const furnitureOf = ({ t, documento, keyId }: Drawing, caso: CasoConstancia) => ({
  entidad: documento.encabezado.entidad,
  lugar: documento.encabezado.lugar,
  numero: documento.encabezado.numero,
  pie: t('constancia.clavePie', { clave: keyId }),
  pagina: (pagina: number, total: number) => t('constancia.pagina', { pagina, total }),
  ...(caso.prueba && { prueba: t('constancia.prueba') }),
});

// The printed text may lose what its letters cannot show; the one that is hashed travels inside, byte by byte.
function attachText(doc: PDFKit.PDFDocument, { t, caso }: Drawing): void {
  if (caso.texto === '') return;
  doc.file(Buffer.from(caso.texto), {
    name: t('constancia.texto.archivo'),
    description: t('constancia.texto.archivoDescripcion'),
    type: 'text/plain',
    creationDate: caso.radicadoEn,
    modifiedDate: caso.radicadoEn,
  });
}
