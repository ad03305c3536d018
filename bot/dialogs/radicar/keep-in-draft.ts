import type { AnexoRecibido } from '../../ventanilla/ventanilla-unica';
import type { Facts } from '../dialog';
import type { Draft } from './draft';

/** More words of the petition, after those already told. What they suggest never undoes what the person chose. */
export const withText = (draft: Draft, added: string, facts: Facts): Draft =>
  readAgain({ ...draft, texto: [draft.texto, added.trim()].filter(Boolean).join('\n') }, facts);

/** The petition told anew. */
export const withNewText = (draft: Draft, texto: string, facts: Facts): Draft =>
  readAgain({ ...draft, texto: texto.trim() }, facts);

function readAgain(draft: Draft, facts: Facts): Draft {
  const { tipo, emergencia } = facts.understand(draft.texto);
  const isOpen = !draft.tipoElegido && !draft.tipoVisto;
  return {
    ...draft,
    tipo: isOpen ? (tipo ?? 'PETICION') : draft.tipo,
    riesgoDeVida: draft.riesgoDeVida || emergencia,
  };
}

/** Files received; the same content twice is one file. */
export const withAnexos = (draft: Draft, anexos: readonly AnexoRecibido[]): Draft => ({
  ...draft,
  anexos: [...new Map([...draft.anexos, ...anexos].map((anexo) => [anexo.sha256, anexo])).values()],
});
