import type { Bloque, Fila, Seccion } from './documento';
import { setLetters, write } from './pdf-letters';
import { COLOR, PAGE, WIDTH } from './pdf-style';
import { printable, printableLines } from './printable';

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const LABEL_WIDTH = 138;
const GAP = 12;
const VALUE_WIDTH = WIDTH - LABEL_WIDTH - GAP;
const LAST_LINE = PAGE.height - PAGE.bottom;

// pdfkit's types do not know `scope`; `lang` is there so that the two have something in common.
const ROW_HEADER = { lang: 'es-CO', scope: 'Row' };

/** Starts a page unless `height` fits in this one, so that a row or a title is not left alone or cut. */
function makeRoom(doc: Pdf, height: number): void {
  if (doc.y + height > LAST_LINE) doc.addPage();
}

/** Writes a section under what is there, as one part of the structure, starting pages as needed. */
export function writeSection(doc: Pdf, root: Element, { titulo, bloques }: Seccion): void {
  const part = doc.struct('Sect');
  root.add(part);
  makeRoom(doc, 70);
  doc.y += 10;
  setLetters(doc, 'bold', 12).fillColor(COLOR.brand);
  part.add(
    doc.struct('H2', {}, () => write(doc, 'bold', titulo, { x: PAGE.left, y: doc.y }, { width: WIDTH })),
  );
  line(doc, doc.y + 1);
  doc.y += 7;
  for (const [index, bloque] of bloques.entries()) {
    // A line that introduces a table does not stay alone at the foot of a page.
    if (bloque.tipo === 'parrafo' && bloques[index + 1]?.tipo === 'filas') makeRoom(doc, 60);
    writeBlock(doc, part, bloque);
  }
  part.end();
}

function writeBlock(doc: Pdf, part: Element, bloque: Bloque): void {
  switch (bloque.tipo) {
    case 'filas':
      writeRows(doc, part, bloque.filas);
      break;
    case 'parrafo':
      paragraph(doc, part, bloque.texto);
      break;
    case 'literal':
      literal(doc, part, bloque.texto);
      break;
    case 'fija':
      fixed(doc, part, bloque.texto);
      break;
  }
}

function paragraph(doc: Pdf, part: Element, text: string): void {
  const shown = printable(text);
  setLetters(doc, 'regular', 10).fillColor(COLOR.text);
  // Two lines at least stay together; a longer paragraph may go on in the next page.
  makeRoom(doc, Math.min(26, doc.heightOfString(shown.slice(0, 200), { width: WIDTH })));
  part.add(
    doc.struct('P', {}, () =>
      write(doc, 'regular', text, { x: PAGE.left, y: doc.y }, { width: WIDTH, lineGap: 1.5 }),
    ),
  );
  doc.y += 5;
}

// Every line break of the citizen is kept; an empty line is a space, not a paragraph.
function literal(doc: Pdf, part: Element, text: string): void {
  for (const piece of printableLines(text)) {
    if (piece.trim() === '') doc.y += 7;
    else paragraph(doc, part, piece);
  }
}

function fixed(doc: Pdf, part: Element, text: string): void {
  setLetters(doc, 'regular', 7.6).fillColor(COLOR.text);
  makeRoom(doc, doc.heightOfString(text, { width: WIDTH }));
  part.add(
    doc.struct('P', {}, () =>
      write(doc, 'regular', text, { x: PAGE.left, y: doc.y }, { width: WIDTH, lineGap: 1 }),
    ),
  );
  doc.y += 6;
}

/** A rule across the page; decoration, not content. */
function line(doc: Pdf, y: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.left + WIDTH, y)
    .lineWidth(0.6)
    .strokeColor(COLOR.line)
    .stroke();
  doc.endMarkedContent();
}

// Hashes have no spaces to break at, so they go in a size at which 64 characters fit on a line.
const valueFont = (doc: Pdf, fija: boolean | undefined): Pdf =>
  fija ? setLetters(doc, 'regular', 8.2) : setLetters(doc, 'regular', 10);

function rowHeight(doc: Pdf, { etiqueta, valor, fija }: Fila): number {
  const label = setLetters(doc, 'bold', 10).heightOfString(printable(etiqueta), { width: LABEL_WIDTH });
  const value = valueFont(doc, fija).heightOfString(printable(valor), { width: VALUE_WIDTH });
  return Math.max(label, value);
}

function writeRow(doc: Pdf, table: Element, fila: Fila): void {
  const { etiqueta, valor, fija } = fila;
  makeRoom(doc, Math.min(rowHeight(doc, fila), LAST_LINE - PAGE.top));
  const { y: top, page } = doc;
  let labelEnd = top;
  const header = doc.struct('TH', ROW_HEADER, () => {
    setLetters(doc, 'bold', 10).fillColor(COLOR.soft);
    write(doc, 'bold', etiqueta, { x: PAGE.left, y: top }, { width: LABEL_WIDTH });
    labelEnd = doc.y;
  });
  const value = doc.struct('TD', {}, () => {
    valueFont(doc, fija).fillColor(COLOR.text);
    const at = { x: PAGE.left + LABEL_WIDTH + GAP, y: fija ? top + 1 : top };
    write(doc, 'regular', valor, at, { width: VALUE_WIDTH });
  });
  table.add(doc.struct('TR', {}, [header, value]));
  // A value longer than a page ends on another one, where the label's height means nothing.
  doc.y = (doc.page === page ? Math.max(labelEnd, doc.y) : doc.y) + 4;
}

function writeRows(doc: Pdf, parent: Element, filas: readonly Fila[]): void {
  const table = doc.struct('Table');
  parent.add(table);
  for (const fila of filas) writeRow(doc, table, fila);
  table.end();
}
