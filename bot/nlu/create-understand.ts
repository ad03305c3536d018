import { createHash } from 'node:crypto';
import type { Content } from '../../content/load-content';
import { createEmergencyRules } from './emergency-rules';
import { createFeatures } from './features';
import { trainIntentModel } from './intent-model';
import type { Guess } from './intent-model';
import { INFO_TRAMITE, byIntent, labelExamples } from './labels';
import { asksForRadicado } from './radicado-rule';
import { soundOf } from './sound';
import { suggestTipo } from './suggest-tipo';
import { createTramiteFinder } from './tramite-finder';
import type { Understanding } from './understand';

/** The part of the content that teaches to understand. */
export type Lessons = Pick<Content, 'intenciones' | 'tramites' | 'emergencias' | 'lexico'>;

/**
 * Probability of danger to life from which the emergency card goes first although no rule says so. Low on purpose: a
 * card too many costs a glance, a card missing may cost a life. In cross-validation the model alone finds 70 % of the
 * emergencies at this value, and shows the card without need for 14 in 1,000 of the other phrases.
 */
export const RIESGO_MINIMO = 0.3;

/**
 * The trámites of a longer catalogue weigh together as these many: people do not ask for one more often because more
 * are written down.
 */
const CATALOGO = 20;

/** Raised when the rules or the model change; the content's part of the version follows from its text. */
const RULES = 'reglas-2';

const UNKNOWN = { intencion: 'ninguna', confianza: 0 };

/**
 * Learns from the content (a fraction of a second) and gives the function that understands a free text: emergency and
 * radicado by rule, the rest by natural's Bayes classifier. The function is pure and keeps nothing of what it reads.
 */
export function createUnderstand(lessons: Lessons): (texto: string) => Understanding {
  const { intenciones, tramites, emergencias, lexico } = lessons;
  const { examples, meaningOf } = labelExamples(intenciones, tramites);
  const share = Math.min(1, CATALOGO / tramites.length);
  const model = trainIntentModel(examples, createFeatures(lexico), (label) =>
    meaningOf.get(label)?.tramite === undefined ? 1 : share,
  );
  const emergencyRules = createEmergencyRules(emergencias);
  const findTramites = createTramiteFinder(tramites);
  const version = `${RULES}-${digestOf([examples, lexico, emergencias.senales, emergencias.noSon])}`;
  const riskOf = (guesses: readonly Guess[]): number =>
    byIntent(guesses, meaningOf).find(({ intencion }) => intencion === 'emergencia')?.confianza ?? 0;
  return (texto) => {
    const sound = soundOf(texto);
    const named = findTramites(sound);
    if (emergencyRules.isEmergency(sound)) {
      return { intencion: 'emergencia', confianza: 1, tramites: [], emergencia: true, version };
    }
    if (asksForRadicado(texto)) {
      return { intencion: 'consultar_radicado', confianza: 1, tramites: [], emergencia: false, version };
    }
    const guesses = model(sound);
    const { intencion, confianza } = byIntent(guesses, meaningOf)[0] ?? UNKNOWN;
    const guessed = guesses
      .slice(0, 1)
      .map(({ label }) => meaningOf.get(label)?.tramite)
      .filter((tramite) => tramite !== undefined);
    return {
      intencion,
      confianza,
      tipo: intencion === 'radicar' ? suggestTipo(guesses, meaningOf) : undefined,
      tramites: intencion === INFO_TRAMITE ? [...new Set([...guessed, ...named])] : named,
      emergencia: !emergencyRules.hasDecoy(sound) && riskOf(guesses) >= RIESGO_MINIMO,
      version,
    };
  };
}

const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
