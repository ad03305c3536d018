import { z } from 'zod';
import { ok, type Result } from '../base/kernel/result';
import { falla, type FallaRespaldo } from './falla-respaldo';

/** Layout of a backup. A release that changes it says how older ones are read. */
export const FORMATO = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const cuenta = z.number().int().nonnegative();

const collection = z.object({
  nombre: z.string().min(1),
  documentos: cuenta,
  /** Of its documents one after another, in order of `_id`. */
  bytes: cuenta,
  sha256,
  /** What `listIndexes` says of each but that of `_id`, as extended JSON. */
  indices: z.array(z.string()),
});

const manifest = z.object({
  formato: z.literal(FORMATO),
  programa: z.string(),
  entidad: z.string(),
  instante: z.iso.datetime(),
  /** Ids of the keys in use then: a place without one of them could not open everything. */
  claves: z.array(z.string()),
  colecciones: z.array(collection),
  /** The list of attachments, and what they add up to. */
  anexos: z.object({ cuantos: cuenta, bytes: cuenta, sha256 }),
});

/** What a backup holds: enough to know, by reading it, that nothing is missing or changed. */
export type Manifest = z.infer<typeof manifest>;
export type ManifestCollection = z.infer<typeof collection>;

/** Only what every layout has. */
const version = z.object({ formato: z.number(), programa: z.string() });

const parts = (text: string): number[] => text.split('.', 3).map((part) => Number.parseInt(part, 10) || 0);

/** True when a release came after another: `0.10.0` after `0.9.2`. */
export function isLater(release: string, than: string): boolean {
  const [mine, theirs] = [parts(release), parts(than)];
  const at = mine.findIndex((part, i) => part !== (theirs[i] ?? 0));
  return at >= 0 && (mine[at] ?? 0) > (theirs[at] ?? 0);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Who reads a backup. */
export interface Reader {
  readonly entidad: string;
  readonly programa: string;
  /** Ids of the keys it has. */
  readonly claves: readonly string[];
}

/** Reads a manifest for an installation: one of another town, of a later release or of keys that it lacks is refused. */
export function parseManifest(text: string, reader: Reader): Result<Manifest, FallaRespaldo> {
  const content = json(text);
  const about = version.safeParse(content);
  if (!about.success) return falla('ALTERADO', 'manifiesto');
  if (about.data.formato > FORMATO || isLater(about.data.programa, reader.programa))
    return falla('VERSION_POSTERIOR', about.data.programa);
  const parsed = manifest.safeParse(content);
  if (!parsed.success) return falla('ALTERADO', 'manifiesto');
  if (parsed.data.entidad !== reader.entidad) return falla('OTRA_ENTIDAD', parsed.data.entidad);
  if (!parsed.data.claves.every((id) => reader.claves.includes(id))) return falla('OTRAS_CLAVES');
  return ok(parsed.data);
}

export const totalDocuments = ({ colecciones }: Manifest): number =>
  colecciones.reduce((sum, { documentos }) => sum + documentos, 0);

export const totalBytes = ({ colecciones, anexos }: Manifest): number =>
  colecciones.reduce((sum, { bytes }) => sum + bytes, anexos.bytes);
