import { Refused } from '../outcome';

/** Names of streams that hold programs, as the directory of the container writes them. */
const MACROS = ['_VBA_PROJECT', 'Macros\0'].map((name) => Buffer.from(name, 'utf16le'));

/** Old office files keep metadata all over: no derivative is made. Refuses SOSPECHOSO those with macros. */
export function refuseMacros(bytes: Uint8Array): undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (MACROS.some((name) => content.includes(name))) throw new Refused('SOSPECHOSO');
}
