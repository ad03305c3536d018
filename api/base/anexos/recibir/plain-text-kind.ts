/** The beginning that is looked at for markup. */
const HEAD = 4_096;
const MARKUP = /^\s*<|<\s*(script|svg|html|iframe|!doctype)/i;
/** No letter of a text is among these: they are of binary files. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;
/** A text in Spanish has far fewer letters with accents than this. */
const MAX_HIGH_SHARE = 0.3;

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const high = bytes.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0);
    return high > bytes.length * MAX_HIGH_SHARE ? undefined : new TextDecoder('latin1').decode(bytes);
  }
}

/** Whether the bytes are a plain text in UTF-8 or Latin-1. What a browser would run (HTML, SVG, XML) is not plain. */
export function isPlainText(bytes: Uint8Array): boolean {
  const text = decode(bytes);
  return text !== undefined && !CONTROLS.test(text) && !MARKUP.test(text.slice(0, HEAD));
}
