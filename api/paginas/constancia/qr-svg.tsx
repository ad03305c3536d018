import type { QrModules } from '../../constancia/pdf-qr';

/** White modules around a QR, without which cameras do not find it. */
const QUIET = 4;

interface QrSvg {
  readonly qr: QrModules;
  /** What it is, for who does not see it. */
  readonly alt: string;
}

/** A QR as vectors: always dark on white, whatever the colours of the page. */
export function QrSvg({ qr, alt }: QrSvg) {
  const side = qr.size + 2 * QUIET;
  const runs: string[] = [];
  for (let row = 0; row < qr.size; row += 1) {
    for (let column = 0; column < qr.size; column += 1) {
      if (!qr.dark(row, column)) continue;
      const start = column;
      while (column < qr.size && qr.dark(row, column)) column += 1;
      runs.push(`M${start + QUIET} ${row + QUIET}h${column - start}v1h-${column - start}z`);
    }
  }
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={alt}>
      <rect class="qr-fondo" width={side} height={side} />
      <path d={runs.join('')} />
    </svg>
  );
}
