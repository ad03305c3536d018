import type { Suceso } from '../../channel';
import type { MensajeWeb } from '../wire/from-child';
import { fetchFile, type FetchDeps } from './fetch-file';
import { tratoOf } from './message-kinds';
import type { WwebClient, WwebLocation, WwebMessage } from './wweb-client';

export interface ReadDeps extends FetchDeps {
  readonly client: Pick<WwebClient, 'getContactLidAndPhone'>;
}

const NAMES_MS = 5_000;

/** A message of a person as the parent takes it, its file already fetched; undefined for what is ignored. */
export async function readMessage(deps: ReadDeps, message: WwebMessage): Promise<MensajeWeb | undefined> {
  const trato = tratoOf(message);
  if (trato === 'IGNORADO') return undefined;
  const base = await baseOf(deps, message, message.id._serialized);
  if (trato === 'TEXTO') return { ...base, texto: message.body };
  if (trato === 'ARCHIVO') return { ...base, texto: message.body, ...(await fetchFile(deps, message)) };
  const ubicacion = trato === 'UBICACION' && message.location ? ubicacionOf(message.location) : undefined;
  return ubicacion ? { ...base, ubicacion } : { ...base, suceso: 'NO_LEGIBLE' };
}

/**
 * What happened to a message of a person: it was changed, deleted, or came in cipher and could not be read. It comes
 * under an id of its own: the message itself was, or will be, another one.
 */
export async function readSuceso(
  deps: ReadDeps,
  message: WwebMessage,
  id: string,
  suceso: Suceso,
): Promise<MensajeWeb | undefined> {
  if (tratoOf({ ...message, type: 'chat' }) === 'IGNORADO') return undefined;
  return { ...(await baseOf(deps, message, id)), suceso };
}

async function baseOf(deps: ReadDeps, { from, type, timestamp }: WwebMessage, id: string) {
  return {
    tipo: 'mensaje' as const,
    id,
    de: from,
    ...(await namesOf(deps, from)),
    clase: type,
    texto: '',
    enviadoEn: Math.max(0, Math.trunc(timestamp * 1_000)),
  };
}

const digitsOf = (address: string | undefined, server: 'lid' | 'c.us'): string | undefined => {
  const [digits, its] = address?.split('@') ?? [];
  return its === server && digits && /^\d+$/.test(digits) ? digits : undefined;
};

/** Both names of who writes; only the one that came when WhatsApp does not say the other. */
async function namesOf({ client, bounded }: ReadDeps, from: string) {
  const [told] = await bounded(NAMES_MS, () => client.getContactLidAndPhone([from])).catch(() => []);
  return {
    lid: digitsOf(from, 'lid') ?? digitsOf(told?.lid, 'lid'),
    telefono: digitsOf(from, 'c.us') ?? digitsOf(told?.pn, 'c.us'),
  };
}

function ubicacionOf({ latitude, longitude, name, address }: WwebLocation): MensajeWeb['ubicacion'] {
  const [latitud, longitud] = [Number(latitude), Number(longitude)];
  if (!Number.isFinite(latitud) || !Number.isFinite(longitud)) return undefined;
  const lugar = [name, address].filter(Boolean).join(', ').slice(0, 500);
  return { latitud, longitud, ...(lugar ? { lugar } : {}) };
}
