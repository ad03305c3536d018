import { setLetters, write, type Face } from './pdf-letters';
import { COLOR, PAGE, WIDTH } from './pdf-style';
import { printable } from './printable';

type Pdf = PDFKit.PDFDocument;

export interface Furniture {
  readonly entidad: string;
  readonly lugar: string;
  readonly numero: string;
  /** Words at the foot, beside the page number. */
  readonly pie: string;
  readonly pagina: (page: number, total: number) => string;
  /** In a rehearsal, what crosses every page. */
  readonly prueba?: string;
}

/** What every page repeats. It is marked as decoration: a screen reader does not read it on each page. */
export function addFurniture(doc: Pdf, furniture: Furniture): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    doc.markContent('Artifact', { type: 'Pagination' });
    if (furniture.prueba) crossPage(doc, printable(furniture.prueba));
    head(doc, furniture);
    foot(doc, furniture.pie, furniture.pagina(index + 1, count));
    doc.endMarkedContent();
  }
}

type Align = 'left' | 'center' | 'right';

// lineBreak off: a word outside the margins must not start a page.
function put(doc: Pdf, face: Face, text: string, y: number, align: Align): void {
  const shown = printable(text);
  const free = {
    left: 0,
    center: (WIDTH - doc.widthOfString(shown)) / 2,
    right: WIDTH - doc.widthOfString(shown),
  };
  write(doc, face, text, { x: PAGE.left + free[align], y }, { lineBreak: false });
}

function rule(doc: Pdf, y: number, width: number, color: string): void {
  doc
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.left + WIDTH, y)
    .lineWidth(width)
    .strokeColor(color)
    .stroke();
}

function head(doc: Pdf, { entidad, lugar, numero, prueba }: Furniture): void {
  if (prueba) {
    doc.rect(0, 0, PAGE.width, 22).fill(COLOR.warn);
    setLetters(doc, 'bold', 10).fillColor('#ffffff');
    put(doc, 'bold', prueba, 7, 'center');
  }
  setLetters(doc, 'bold', 12).fillColor(COLOR.brand);
  put(doc, 'bold', entidad, 36, 'left');
  setLetters(doc, 'regular', 9).fillColor(COLOR.soft);
  put(doc, 'regular', lugar, 51, 'left');
  setLetters(doc, 'bold', 9).fillColor(COLOR.soft);
  put(doc, 'bold', numero, 51, 'right');
  rule(doc, 66, 1.5, COLOR.brand);
}

function foot(doc: Pdf, pie: string, pagina: string): void {
  const y = PAGE.height - 44;
  rule(doc, y, 0.6, COLOR.line);
  setLetters(doc, 'regular', 8).fillColor(COLOR.soft);
  put(doc, 'regular', pie, y + 7, 'left');
  put(doc, 'regular', pagina, y + 7, 'right');
}

function crossPage(doc: Pdf, text: string): void {
  const angle = (Math.atan2(PAGE.height, PAGE.width) * 180) / Math.PI;
  doc.save();
  doc.rotate(-angle, { origin: [PAGE.width / 2, PAGE.height / 2] });
  setLetters(doc, 'bold', 46).fillColor(COLOR.warn, 0.1);
  const x = (PAGE.width - doc.widthOfString(text)) / 2;
  write(doc, 'bold', text, { x, y: PAGE.height / 2 - 23 }, { lineBreak: false });
  doc.restore();
  doc.fillOpacity(1);
}
