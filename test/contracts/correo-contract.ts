import { afterEach, describe, expect, it } from '@jest/globals';
import type { Correo } from '../../api/base/correo/correo';
import type { Conducta } from '../fakes/smtp-server';

/** An e-mail adapter and the other side, as the test sees it. */
export interface CorreoUnderTest {
  readonly correo: Correo;
  /** How many messages the other side has. */
  readonly taken: () => number;
  readonly close?: () => Promise<void>;
}

const MENSAJE = {
  para: 'control.interno@example.org',
  asunto: 'Sello diario',
  texto: 'Raíz del día.',
  idMensaje: 'sello-1@example.org',
};

/** What every e-mail adapter must do. */
export function correoContract(name: string, create: (conducta: Conducta) => Promise<CorreoUnderTest>): void {
  describe(`an e-mail adapter (${name})`, () => {
    let under: CorreoUnderTest | undefined;
    afterEach(() => under?.close?.());

    const send = async (conducta: Conducta, change = {}) => {
      under = await create(conducta);
      return { result: await under.correo.send({ ...MENSAJE, ...change }), taken: under.taken() };
    };

    it('says that the server took charge only when it did', async () => {
      expect(await send('ACCEPTS')).toEqual({ result: { ok: true, value: { aceptado: true } }, taken: 1 });
    });

    it('tells an address refused for good', async () => {
      const failure = { code: 'INVALID_INPUT', detail: { smtp: 550 }, efecto: 'RECHAZADO' };
      expect(await send('REFUSES_ADDRESS')).toEqual({ result: { ok: false, failure }, taken: 0 });
    });

    it('tells a server that may take it later', async () => {
      const failure = { code: 'NOT_READY', detail: { smtp: 451 }, efecto: 'NO_ENVIADO' };
      expect(await send('IS_BUSY')).toEqual({ result: { ok: false, failure }, taken: 0 });
    });

    it('says that it does not know when the line drops without an answer', async () => {
      const failure = { code: 'NOT_READY', efecto: 'INCIERTO' };
      expect(await send('HANGS_UP_AT_GREETING')).toEqual({ result: { ok: false, failure }, taken: 0 });
      await under?.close?.();
      expect(await send('HANGS_UP_AFTER_MESSAGE')).toEqual({ result: { ok: false, failure }, taken: 1 });
    });

    it.each(['nobody', 'a@example.org, b@example.org', ''])(
      'refuses what is not one address: «%s»',
      async (para) => {
        const failure = { code: 'INVALID_INPUT', efecto: 'RECHAZADO' };
        expect(await send('ACCEPTS', { para })).toEqual({ result: { ok: false, failure }, taken: 0 });
      },
    );
  });
}
