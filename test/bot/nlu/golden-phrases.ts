import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { valueOf } from '../../../api/base/kernel/result';
import { createUnderstand } from '../../../bot/nlu/create-understand';
import { CONFIANZA_MINIMA } from '../../../bot/nlu/understand';
import { labelExamples } from '../../../bot/nlu/labels';
import { loadContent } from '../../../content/load-content';

const ROOT = join(__dirname, '../../..');

const content = valueOf(loadContent(join(ROOT, 'content')));

export const understand = createUnderstand(content);

/** The sound of every phrase the model learns from. */
export const lessons: ReadonlySet<string> = new Set(
  labelExamples(content.intenciones, content.tramites).examples.map(({ sound }) => sound),
);

export interface Phrase {
  readonly texto: string;
  readonly intencion: string;
  /** The type, for `radicar`; the trámite, for `info_tramite`; `general` when none is expected. */
  readonly detalle: string;
}

const read = <T>(name: string): T =>
  parse(readFileSync(join(ROOT, 'test/golden/nlu', `${name}.yaml`), 'utf8')) as T;

interface EmergencyPhrases {
  readonly si: readonly string[];
  readonly no: readonly string[];
}

/** Seen while the signals were written: all must come out right. */
export const emergencias = read<EmergencyPhrases>('emergencias');

/** Never used to write signals: they measure. */
export const emergenciasReserva = read<EmergencyPhrases>('emergencias-reserva');

/** The phrases of a golden file with what is expected of each. */
export const phrasesOf = (name: string): Phrase[] =>
  Object.entries(read<Record<string, Record<string, string[]>>>(name)).flatMap(([intencion, groups]) =>
    Object.entries(groups).flatMap(([detalle, textos]) =>
      textos.map((texto) => ({ texto, intencion, detalle })),
    ),
  );

export interface Score {
  readonly phrases: number;
  /** Shares, 0 to 1. */
  readonly intent: number;
  readonly tipo: number;
  readonly tramite: number;
  /** How many reach the minimum confidence, and how many of those have the right intent. */
  readonly answered: number;
  readonly rightWhenAnswered: number;
  readonly falseEmergencies: readonly string[];
}

export function scoreOf(name: string): Score {
  const all = phrasesOf(name).map((phrase) => ({ phrase, got: understand(phrase.texto) }));
  const hit = ({ phrase, got }: (typeof all)[number]): boolean => got.intencion === phrase.intencion;
  const detailed = (intencion: string) =>
    all.filter(({ phrase }) => phrase.intencion === intencion && phrase.detalle !== 'general');
  const answered = all.filter(({ got }) => got.confianza >= CONFIANZA_MINIMA);
  return {
    phrases: all.length,
    intent: share(all, hit),
    tipo: share(detailed('radicar'), ({ phrase, got }) => got.tipo === phrase.detalle),
    tramite: share(detailed('info_tramite'), ({ phrase, got }) => got.tramites[0] === phrase.detalle),
    answered: answered.length / all.length,
    rightWhenAnswered: share(answered, hit),
    falseEmergencies: all.filter(({ got }) => got.emergencia).map(({ phrase }) => phrase.texto),
  };
}

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.filter(test).length / items.length;
