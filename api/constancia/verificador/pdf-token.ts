/**
 * The verification code inside the PDF of a constancia: the link under its QR says it in plain letters. It is what the
 * code proves that counts: what the pages of the file show is to be compared with it.
 */
export function pdfToken(bytes: Uint8Array): string | undefined {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') return undefined;
  const source = new TextDecoder('latin1').decode(bytes);
  return /\/verificar#([\w-]+\.[\w-]+)\)/.exec(source)?.[1] ?? '';
}
