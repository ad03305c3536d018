import type { Family, Kind } from '../kinds';
import type { Parts } from '../open-zip';
import { aacVista } from './aac';
import { amrVista } from './amr';
import { imageVista } from './image';
import { mp3Vista } from './mp3';
import { mp4Vista } from './mp4';
import { odfVista } from './odf';
import { oggVista } from './ogg';
import { refuseMacros } from './ole';
import { ooxmlVista } from './ooxml';
import { pdfVista } from './pdf';
import { wavVista } from './wav';
import { webmVista } from './webm';

/** A derivative without metadata. Its type is that of the original, told better when it can be. */
export interface Vista {
  readonly bytes: Uint8Array;
  readonly tipo: string;
}

/** Undefined when none can be made; the file may be received all the same. */
type Bytes = Uint8Array | undefined | Promise<Uint8Array | undefined>;
type MakeVista = (bytes: Uint8Array, kind: Kind, parts: Parts) => Bytes;

const MAKERS: Readonly<Record<Family, MakeVista>> = {
  IMAGEN: imageVista,
  // No decoder of it without a patent is at hand.
  IMAGEN_SIN_VISTA: () => undefined,
  PDF: pdfVista,
  OOXML: (_bytes, _kind, parts) => ooxmlVista(parts),
  ODF: (_bytes, _kind, parts) => odfVista(parts),
  OLE: refuseMacros,
  MP3: mp3Vista,
  AAC: aacVista,
  OGG: oggVista,
  AMR: amrVista,
  WAV: wavVista,
  MP4: mp4Vista,
  WEBM: webmVista,
  // A plain text has nothing but what it says.
  TEXTO: (bytes) => bytes,
};

/** The derivative of a file of a kind; throws `Refused` when the file is not to be kept. */
export async function vistaOf(kind: Kind, bytes: Uint8Array, parts?: Parts): Promise<Vista | undefined> {
  const made = await MAKERS[kind.family](bytes, kind, parts ?? new Map());
  return made && { bytes: made, tipo: kind.tipo };
}
