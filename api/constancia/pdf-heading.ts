import type { Encabezado } from './documento';
import { setLetters, write, type Face } from './pdf-letters';
import { drawQr, type QrModules } from './pdf-qr';
import { COLOR, PAGE, WIDTH } from './pdf-style';

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const QR_SIDE = 128;
const TEXT_WIDTH = WIDTH - QR_SIDE - 20;

export interface Heading {
  readonly encabezado: Encabezado;
  readonly qr: QrModules;
  readonly qrAddress: string;
  readonly qrAlt: string;
  readonly qrCaption: string;
  /** In a rehearsal, what to say before anything else. */
  readonly aviso?: { readonly titulo: string; readonly texto: string };
}

/** The head of the first page: what it is, number, code, due date and the QR beside them. */
export function writeHeading(doc: Pdf, root: Element, heading: Heading): void {
  const { encabezado, aviso } = heading;
  const part = doc.struct('Sect');
  root.add(part);
  const say = (tag: string, text: string, face: Face, size: number, color: string, width = TEXT_WIDTH) => {
    setLetters(doc, face, size).fillColor(color);
    part.add(doc.struct(tag, {}, () => write(doc, face, text, { x: PAGE.left, y: doc.y }, { width })));
  };
  doc.y = PAGE.top - 14;
  if (aviso) {
    say('P', `${aviso.titulo}. ${aviso.texto}`, 'bold', 9.5, COLOR.warn, WIDTH);
    doc.y += 6;
  }
  say('H1', encabezado.titulo, 'bold', 20, COLOR.brand, WIDTH);
  doc.y += 8;
  const top = doc.y;
  writeFacts(doc, encabezado, say);
  const textEnd = doc.y;
  writeQr(doc, part, heading, top);
  part.end();
  doc.y = Math.max(textEnd, top + QR_SIDE + 24);
}

type Say = (tag: string, text: string, face: Face, size: number, color: string) => void;

function writeFacts(doc: Pdf, encabezado: Encabezado, say: Say): void {
  say('P', encabezado.numeroEtiqueta, 'regular', 10, COLOR.soft);
  say('P', encabezado.numero, 'bold', 22, COLOR.text);
  if (encabezado.enEspera) say('P', encabezado.enEspera, 'regular', 9, COLOR.soft);
  doc.y += 6;
  say('P', encabezado.codigoEtiqueta, 'regular', 10, COLOR.soft);
  say('P', encabezado.codigo, 'bold', 17, COLOR.text);
  doc.y += 6;
  say('P', encabezado.venceTitulo, 'regular', 10, COLOR.soft);
  say('P', encabezado.vence, 'bold', 11.5, COLOR.text);
  say('P', encabezado.venceNota, 'regular', 8.5, COLOR.soft);
}

function writeQr(doc: Pdf, part: Element, heading: Heading, top: number): void {
  const x = PAGE.left + WIDTH - QR_SIDE;
  const described = { alt: heading.qrAlt, bbox: [x, top, x + QR_SIDE, top + QR_SIDE] };
  part.add(doc.struct('Figure', described, () => drawQr(doc, heading.qr, x, top, QR_SIDE)));
  const caption = doc.struct('Link', {}, () => {
    setLetters(doc, 'regular', 8).fillColor(COLOR.brand);
    const options = { width: QR_SIDE, align: 'center', link: heading.qrAddress, underline: true } as const;
    write(doc, 'regular', heading.qrCaption, { x, y: top + QR_SIDE + 6 }, options);
  });
  part.add(caption);
}
