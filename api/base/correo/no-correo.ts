import { err } from '../kernel/result';
import type { Correo } from './correo';

/** In place of a server that nobody has configured: it sends nothing and says so. */
export const noCorreo: Correo = {
  send: () => Promise.resolve(err({ code: 'DECISION_MISSING', efecto: 'NO_ENVIADO' })),
};
