import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Variables of WhatsApp by WhatsApp Web, which is off unless it is asked for. */
export const whatsappWebVariables = z.object({
  WHATSAPP_WEB: z.enum(['0', '1']).default('0'),
  WHATSAPP_WEB_NAVEGADOR: z.string().min(1).optional(),
  /** A page kept on disk instead of today's: its version, and the folder where `VERSION.html` is. */
  WHATSAPP_WEB_VERSION: z
    .string()
    .regex(/^[\w.-]{1,60}$/)
    .optional(),
  WHATSAPP_WEB_PAGINAS: z.string().min(1).optional(),
});

/** What the environment says of WhatsApp Web. */
export interface WhatsappWebConfig {
  /** It runs with the server. */
  readonly activo: boolean;
  /** Path of the browser; Debian's Chromium, or that of `@sparticuz/chromium`, when absent. */
  readonly navegador?: string;
  readonly pagina?: { readonly version: string; readonly carpeta: string };
}

/** As configured, or its faults, each with the variable's name. */
export function whatsappWebIn(
  e: z.infer<typeof whatsappWebVariables>,
): WhatsappWebConfig | readonly string[] {
  const [version, carpeta, navegador] = [
    e.WHATSAPP_WEB_VERSION,
    e.WHATSAPP_WEB_PAGINAS,
    e.WHATSAPP_WEB_NAVEGADOR,
  ];
  const faults = [
    ...((version === undefined) === (carpeta === undefined)
      ? []
      : ['WHATSAPP_WEB_VERSION: goes with WHATSAPP_WEB_PAGINAS']),
    ...(navegador === undefined || existsSync(navegador)
      ? []
      : ['WHATSAPP_WEB_NAVEGADOR: there is no such file']),
  ];
  if (faults.length > 0) return faults;
  return {
    activo: e.WHATSAPP_WEB === '1',
    navegador,
    ...(version !== undefined && carpeta !== undefined
      ? { pagina: { version, carpeta: resolve(carpeta) } }
      : {}),
  };
}
