import { MAX_ANEXOS } from '../../../api/base/kernel/receive-file';
import type { AnexoNoRecibido, AnexoRecibido } from '../../ventanilla/ventanilla-unica';
import type { Facts } from '../dialog';
import type { Draft } from './draft';
import { tellsMore } from './tells-more';

/** More words of the petition, after those already told. What they suggest never undoes what the person chose. */
export const withText = (draft: Draft, added: string, facts: Facts): Draft =>
  readAgain({ ...draft, texto: [draft.texto, added.trim()].filter(Boolean).join('\n') }, facts);

/** The petition told anew. */
export const withNewText = (draft: Draft, texto: string, facts: Facts): Draft =>
  readAgain({ ...draft, texto: texto.trim() }, facts);

/**
 * An answer told in so many words tells more than what was asked: when another takes its place, or it is asked no more,
 * the words stay in the petition.
 */
export const withFormer = (draft: Draft, former: string | undefined, facts: Facts): Draft =>
  former !== undefined && tellsMore({ texto: former }) ? withText(draft, former, facts) : draft;

function readAgain(draft: Draft, facts: Facts): Draft {
  const { tipo, emergencia } = facts.understand(draft.texto);
  const isOpen = !draft.tipoElegido && !draft.tipoVisto;
  return {
    ...draft,
    tipo: isOpen ? (tipo ?? 'PETICION') : draft.tipo,
    riesgoDeVida: draft.riesgoDeVida || emergencia,
  };
}

/** Files that could not be received are told, not counted without end. */
const MAX_NO_RECIBIDOS = 30;

interface Files {
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
}

/** Files received; the same content twice is one file, and those past the most of a petition are not received. */
export function withAnexos(draft: Draft, { anexos, noRecibidos = [] }: Files): Draft {
  const all = [...new Map([...draft.anexos, ...anexos].map((anexo) => [anexo.sha256, anexo])).values()];
  const tooMany = all.slice(MAX_ANEXOS).map(({ nombre }) => ({ nombre, motivo: 'DEMASIADOS' }) as const);
  const refused = [...(draft.noRecibidos ?? []), ...noRecibidos, ...tooMany].slice(0, MAX_NO_RECIBIDOS);
  return {
    ...draft,
    anexos: all.slice(0, MAX_ANEXOS),
    ...(refused.length > 0 && { noRecibidos: refused }),
  };
}
