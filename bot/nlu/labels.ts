import type { Intencion, TipoSugerible } from '../../content/schemas/intencion';
import type { Tramite } from '../../content/schemas/tramite';
import type { Example, Guess } from './intent-model';
import { soundOf } from './sound';

/** The intent that a trámite's own questions teach. */
export const INFO_TRAMITE = 'info_tramite';

/** What a label of the model stands for. */
export interface Meaning {
  readonly intencion: string;
  readonly tipo?: TipoSugerible;
  readonly tramite?: string;
}

export interface LabelledExamples {
  readonly examples: readonly Example[];
  readonly meaningOf: ReadonlyMap<string, Meaning>;
}

/** Every phrase of the intents and the trámites, each with the label that carries its intent, type or trámite. */
export function labelExamples(
  intenciones: readonly Intencion[],
  tramites: readonly Tramite[],
): LabelledExamples {
  const examples: Example[] = [];
  const meaningOf = new Map<string, Meaning>();
  const teach = (meaning: Meaning, phrases: readonly string[]): void => {
    const label = [meaning.intencion, meaning.tipo ?? meaning.tramite ?? ''].join(':');
    meaningOf.set(label, meaning);
    for (const phrase of phrases) examples.push({ sound: soundOf(phrase), label });
  };
  for (const { id, grupos } of intenciones) {
    for (const { tipo, tramite, frases } of grupos) teach({ intencion: id, tipo, tramite }, frases);
  }
  for (const { id, nombre, preguntas, sinonimos } of tramites) {
    teach({ intencion: INFO_TRAMITE, tramite: id }, [nombre, ...sinonimos, ...preguntas]);
  }
  return { examples, meaningOf };
}

/** The guesses added up by intent, best first. */
export function byIntent(
  guesses: readonly Guess[],
  meaningOf: LabelledExamples['meaningOf'],
): { readonly intencion: string; readonly confianza: number }[] {
  const sums = new Map<string, number>();
  for (const { label, probability } of guesses) {
    const intencion = meaningOf.get(label)?.intencion ?? label;
    sums.set(intencion, (sums.get(intencion) ?? 0) + probability);
  }
  return [...sums]
    .map(([intencion, confianza]) => ({ intencion, confianza }))
    .toSorted((a, b) => b.confianza - a.confianza);
}
