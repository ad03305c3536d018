import type { Decision, Decisiones } from './decision';

/** The decision by which a named person accepts the written risk of WhatsApp Web, or withdraws that. */
export const WHATSAPP_WEB = 'whatsapp_web';

/** Who accepted it, by which act; undefined while nobody has, or it was withdrawn. */
export function riesgoAceptado(decisiones: Decisiones): Decision | undefined {
  const decision = decisiones.get(WHATSAPP_WEB);
  return decision?.valor === 'ACEPTA' ? decision : undefined;
}
