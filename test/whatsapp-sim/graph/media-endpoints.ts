import type { World } from '../world';
import type { MediaFault } from '../faults';
import { whyNot, type StoredMedia } from './media-store';
import { readMultipart } from './multipart';
import { json, refuse, SUCCESS, type GraphRequest, type Reply } from './reply';

const NOT_FOUND: Reply = { status: 404, type: 'text/plain', body: Buffer.from('Not Found') };

/** `POST /{phone id}/media`: a form with `messaging_product`, `file` and `type`. */
export function upload(world: World, { headers, body }: GraphRequest): Reply {
  const parts = readMultipart(String(headers['content-type'] ?? ''), body);
  if (!parts) return refuse(world, 100, 'The body must be multipart/form-data');
  const field = (name: string) => parts.find((part) => part.name === name);
  if (field('messaging_product')?.bytes.toString() !== 'whatsapp')
    return refuse(world, 100, 'messaging_product: must be whatsapp');
  const file = field('file');
  if (!file) return refuse(world, 131008, 'file: required');
  const mime = field('type')?.bytes.toString() || file.type || 'application/octet-stream';
  const problem = whyNot(mime, file.bytes);
  if (problem) return refuse(world, 131053, problem);
  const media = world.media.add('upload', { bytes: file.bytes, mime, name: file.filename ?? 'archivo' });
  world.trace.record('archivo.subido', { id: media.id, mime, bytes: file.bytes.length });
  return json(200, { id: media.id });
}

const shaFor = ({ sha256 }: StoredMedia, fault: MediaFault | undefined) =>
  fault?.kind === 'badSha' ? '0'.repeat(64) : sha256.toString('hex');

/** `GET /{media id}`: where the bytes are, for five minutes. */
export function mediaInfo(world: World, id: string, { query }: GraphRequest, base: string): Reply {
  const media = world.media.get(id);
  const number = query.get('phone_number_id');
  world.trace.record('archivo.consultado', { id, existe: media !== undefined });
  if (!media) return refuse(world, 100, `Object with ID '${id}' does not exist`);
  if (number !== null && number !== world.options.phoneNumberId)
    return refuse(world, 100, 'phone_number_id: the media does not belong to that number');
  const fault = world.faults.ofMedia({ endpoint: 'mediaInfo', types: [media.mime], key: `info:${id}` });
  if (fault?.kind === 'notFound') return refuse(world, 100, `Object with ID '${id}' does not exist`);
  return json(200, {
    messaging_product: 'whatsapp',
    url: `${base}/_cdn/${fault?.kind === 'expiredUrl' ? 'caducada' : world.media.lend(media)}`,
    mime_type: fault?.kind === 'wrongMime' ? fault.mime : media.mime,
    sha256: shaFor(media, fault),
    file_size: media.bytes.length,
    id,
  });
}

/** `GET /_cdn/{nonce}`: the bytes. */
export function download(world: World, nonce: string): Reply {
  const media = world.media.borrow(nonce);
  const fault =
    media && world.faults.ofMedia({ endpoint: 'cdn', types: [media.mime], key: `cdn:${media.id}` });
  const gone = !media || fault?.kind === 'notFound' || fault?.kind === 'expiredUrl';
  world.trace.record('archivo.bajado', { id: media?.id ?? null, hallado: !gone });
  if (gone) return NOT_FOUND;
  const bytes = Buffer.from(media.bytes);
  if (fault?.kind === 'badSha' && bytes.length > 0) bytes[0] = (bytes[0] ?? 0) ^ 0xff;
  return { status: 200, type: fault?.kind === 'wrongMime' ? fault.mime : media.mime, body: bytes };
}

export function deleteMedia(world: World, id: string): Reply {
  return world.media.delete(id) ? SUCCESS : refuse(world, 100, `Object with ID '${id}' does not exist`);
}
