import { z } from 'zod';
import type { DocumentoDado } from '../../base/kernel/datos-por-enlace';
import { err, ok, type Result } from '../../base/kernel/result';
import { TIPOS_DOCUMENTO } from '../../base/kernel/vocabulary';

/** What was typed, to be shown again with its errors. */
export interface TypedDocumento {
  readonly tipo: string;
  readonly numero: string;
}

/** Fields that are wrong, in the order of the page. */
export type DocumentoFault = keyof TypedDocumento;

const field = z.string().catch('');
const fields = z.object({ tipo: field, numero: field }).catch({ tipo: '', numero: '' });
const tipo = z.enum(TIPOS_DOCUMENTO);
const NUMERO = /^[\p{L}\d]{3,25}$/u;

/** The form as it was sent. */
export function readTyped(body: unknown): TypedDocumento {
  const typed = fields.parse(body);
  return { tipo: typed.tipo, numero: typed.numero.slice(0, 60).trim() };
}

/** `1.113.456.789` → `1113456789`. */
export function readDocumento(typed: TypedDocumento): Result<DocumentoDado, readonly DocumentoFault[]> {
  const kind = tipo.safeParse(typed.tipo);
  const numero = typed.numero.replaceAll(/[\s.-]/g, '').toUpperCase();
  const isNumero = NUMERO.test(numero) && /\d/.test(numero);
  if (kind.success && isNumero) return ok({ tipo: kind.data, numero });
  return err([...(kind.success ? [] : ['tipo' as const]), ...(isNumero ? [] : ['numero' as const])]);
}
