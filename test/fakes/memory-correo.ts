import { failure } from '../../api/base/kernel/failures';
import { err, ok } from '../../api/base/kernel/result';
import type { Correo, CorreoFailure, MensajeCorreo } from '../../api/base/correo/correo';
import type { Conducta } from './smtp-server';

/** Keeps what it is given instead of sending it; `conducta` may change as the test goes. */
export interface MemoryCorreo extends Correo {
  readonly received: readonly MensajeCorreo[];
  conducta: Conducta;
}

const FAILURES: Record<Exclude<Conducta, 'ACCEPTS'>, CorreoFailure> = {
  REFUSES_ADDRESS: { ...failure('INVALID_INPUT', { smtp: 550 }), efecto: 'RECHAZADO' },
  IS_BUSY: { ...failure('NOT_READY', { smtp: 451 }), efecto: 'NO_ENVIADO' },
  HANGS_UP_AT_GREETING: { ...failure('NOT_READY'), efecto: 'INCIERTO' },
  HANGS_UP_AFTER_MESSAGE: { ...failure('NOT_READY'), efecto: 'INCIERTO' },
};

export function memoryCorreo(conducta: Conducta = 'ACCEPTS'): MemoryCorreo {
  const received: MensajeCorreo[] = [];
  return {
    received,
    conducta,
    async send(mensaje) {
      if (!mensaje.para.includes('@') || mensaje.para.includes(',')) {
        return err({ ...failure('INVALID_INPUT'), efecto: 'RECHAZADO' });
      }
      if (this.conducta === 'ACCEPTS' || this.conducta === 'HANGS_UP_AFTER_MESSAGE') received.push(mensaje);
      return this.conducta === 'ACCEPTS' ? ok({ aceptado: true }) : err(FAILURES[this.conducta]);
    },
  };
}
