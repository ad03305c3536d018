import { toBuffer, toString } from 'qrcode';
import type { SessionFolder } from './session-folder';

/** The code as a drawing of characters, for a terminal. */
export const qrForTerminal = (codigo: string): Promise<string> =>
  toString(codigo, { type: 'terminal', small: true });

/** Keeps in the folder, which is nobody else's, the code of the moment; whoever reads it takes the number's messages. */
export function createQrFile(folder: SessionFolder) {
  let writing = Promise.resolve();
  return (codigo: string | undefined): Promise<void> => {
    writing = writing.then(async () => {
      if (codigo === undefined) await folder.removeQr();
      else await folder.writeQr(await toBuffer(codigo, { type: 'png', width: 480, margin: 4 }));
    });
    return writing;
  };
}
