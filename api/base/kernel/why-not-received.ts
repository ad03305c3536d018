import { MAX_ANEXO_BYTES } from './receive-file';
import type { MotivoNoRecibido } from './vocabulary';

type Texts = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Largest file, in whole MiB as people read it. */
export const MAX_ANEXO_MEGAS = MAX_ANEXO_BYTES / 1024 / 1024;

/** Why a file was not received and what its sender can do about it. */
export const whyNotReceived = (texts: Texts, motivo: MotivoNoRecibido): string =>
  texts(`anexos.motivo.${motivo}`, { megas: MAX_ANEXO_MEGAS });
