import type { MotivoNoRecibido } from '../../kernel/vocabulary';
import { extensionOf, isKnownExtension, type Kind, nameOfKind } from './kinds';
import { openZip, type Parts } from './open-zip';
import { type Examined, Refused } from './outcome';
import { isZip, kindOfParts, tellKind } from './tell-kind';
import { vistaOf } from './vista/vista-of';

/** Told by content alone; `parts` when it is a container. */
interface Told {
  readonly kind?: Kind;
  readonly parts?: Parts;
}

/**
 * Tells what a file is by its content and makes its derivative without metadata. It may take long and much memory: it
 * runs in a thread of its own.
 */
export async function examine(bytes: Uint8Array, nombre: string): Promise<Examined> {
  try {
    const { kind, parts } = await tell(bytes, nombre);
    if (!kind || !agrees(nombre, kind)) return { ok: false, motivo: whyNotReceived(nombre) };
    const vista = await vistaOf(kind, bytes, parts);
    const tipo = vista?.tipo ?? kind.tipo;
    const named = nameOfKind(nombre, kind);
    return { ok: true, tipo, nombre: named, ...(vista && { vista: { bytes: vista.bytes, tipo } }) };
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, motivo: cause.motivo };
    throw cause;
  }
}

async function tell(bytes: Uint8Array, nombre: string): Promise<Told> {
  if (!isZip(bytes)) return { kind: await tellKind(bytes, nombre) };
  const parts = await openZip(bytes);
  return { kind: kindOfParts(parts), parts };
}

/** A program written as text is also a text: only those that say so by name are received as such. */
function agrees(nombre: string, { family, extensions }: Kind): boolean {
  if (family !== 'TEXTO') return true;
  const extension = extensionOf(nombre);
  return extension === '' || extensions.includes(extension);
}

/** Something that is not received, under a name that says it would be, is told apart: somebody disguised it. */
const whyNotReceived = (nombre: string): MotivoNoRecibido =>
  isKnownExtension(extensionOf(nombre)) ? 'TIPO_NO_COINCIDE' : 'TIPO_NO_ADMITIDO';
