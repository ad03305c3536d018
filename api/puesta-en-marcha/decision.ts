import { z } from 'zod';
import type { LocalDate } from '../base/kernel/local-date';

/** What each decision that the code acts on may be. Others are kept as the town words them. */
export const DECISIONES_CERRADAS = {
  /** Who assigns the official radicado. */
  radicado_oficial: ['PROPIO', 'EXTERNO'],
  /** When something that arrives on a day off counts as received. */
  recepcion: ['STRICT', 'DEEMED'],
  /** One numbering for what is received, sent and internal, or three. */
  consecutivos: ['UNA', 'TRES'],
} as const;

export type ClaveCerrada = keyof typeof DECISIONES_CERRADAS;

/** A decision of the town, with the act that supports it. Decisions are added, never changed; the last one counts. */
export interface Decision {
  readonly clave: string;
  readonly valor: string;
  /** The act: a resolution, a decree, minutes. */
  readonly acto: string;
  readonly fecha: LocalDate;
  readonly firmante: string;
  readonly registradaEn: Date;
}

/** What others may be: nothing waits for them, and the code acts on them only once they are taken. */
const DECISIONES_OPCIONALES: Readonly<Record<string, readonly string[]>> = {
  /** The written risk of WhatsApp Web, which a named person accepts. */
  whatsapp_web: ['ACEPTA', 'NO'],
};

const fields = z.object({
  clave: z.string().regex(/^[a-z_]{3,40}$/),
  valor: z.string().trim().min(1).max(300),
  acto: z.string().trim().min(3).max(300),
  fecha: z.iso.date(),
  firmante: z.string().trim().min(3).max(200),
});

/** Parses what an administrator records; the message of a fault names the field and what it accepts. */
export const decisionSchema = fields.superRefine(({ clave, valor }, context) => {
  const allowed: readonly string[] | undefined =
    DECISIONES_CERRADAS[clave as ClaveCerrada] ?? DECISIONES_OPCIONALES[clave];
  if (allowed && !allowed.includes(valor)) {
    context.addIssue({ code: 'custom', path: ['valor'], message: `se esperaba ${allowed.join(' o ')}` });
  }
});

export type Decisiones = ReadonlyMap<string, Decision>;

/** The decision in force for each key. */
export const decisionesVigentes = (todas: readonly Decision[]): Decisiones =>
  new Map(
    todas
      .toSorted((a, b) => a.registradaEn.getTime() - b.registradaEn.getTime())
      .map((decision) => [decision.clave, decision]),
  );
