/** How a file goes in a message of WhatsApp, and how much one may weigh. */
export interface MediaKind {
  readonly type: 'image' | 'audio' | 'document';
  readonly maxBytes: number;
}

const MEGABYTE = 1_000_000;

/** By its media type; what is neither image nor sound goes as a document. */
export function mediaKindOf(tipo: string): MediaKind {
  if (tipo === 'image/jpeg' || tipo === 'image/png') return { type: 'image', maxBytes: 5 * MEGABYTE };
  if (tipo.startsWith('audio/')) return { type: 'audio', maxBytes: 16 * MEGABYTE };
  return { type: 'document', maxBytes: 100 * MEGABYTE };
}
