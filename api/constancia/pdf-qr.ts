import type QRCode from 'qrcode';
import { COLOR } from './pdf-style';

/** A QR made of squares, ready to be drawn at any size. */
export interface QrModules {
  readonly size: number;
  readonly dark: (row: number, column: number) => boolean;
}

// A longer content makes modules too small at the printed size: less redundancy then reads better than denser dots.
const MAX_WITH_REDUNDANCY = 500;

/** Encodes an address. `qrcode` comes by argument because it is loaded at the first constancia. */
export function qrModules(qrcode: Pick<typeof QRCode, 'create'>, address: string): QrModules {
  const errorCorrectionLevel = address.length <= MAX_WITH_REDUNDANCY ? 'M' : 'L';
  const { modules } = qrcode.create(address, { errorCorrectionLevel });
  return { size: modules.size, dark: (row, column) => modules.data[row * modules.size + column] === 1 };
}

/** Draws a QR as vectors, a rectangle for each run of dark modules, so that it prints sharp. */
export function drawQr(doc: PDFKit.PDFDocument, qr: QrModules, x: number, y: number, side: number): void {
  const module = side / qr.size;
  for (let row = 0; row < qr.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= qr.size; column += 1) {
      const dark = column < qr.size && qr.dark(row, column);
      if (dark && start < 0) start = column;
      if (dark || start < 0) continue;
      doc.rect(x + start * module, y + row * module, (column - start) * module, module);
      start = -1;
    }
  }
  doc.fill(COLOR.text);
}
