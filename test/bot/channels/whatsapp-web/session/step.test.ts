import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Accion,
  FASES,
  LIMITES,
  OFF,
  type Session,
  type Suceso,
} from '../../../../../bot/channels/whatsapp-web/session/session';
import { pauseAfter } from '../../../../../bot/channels/whatsapp-web/session/faults';
import { nextRestart } from '../../../../../bot/channels/whatsapp-web/session/next-restart';
import { step } from '../../../../../bot/channels/whatsapp-web/session/step';

/** Plays what happens, each at its moment (in milliseconds), and keeps what was asked for. */
function play(...events: readonly (readonly [number, Suceso | Suceso['tipo']])[]) {
  let session: Session = OFF;
  const done: Accion[] = [];
  for (const [at, event] of events) {
    const suceso = (typeof event === 'string' ? { tipo: event } : event) as Suceso;
    const paso = step(session, suceso, at);
    session = paso.session;
    done.push(...paso.acciones);
  }
  return { session, done };
}

const LINKED = [
  [0, 'START'],
  [0, 'TICK'],
  [1_000, 'AUTHENTICATED'],
  [2_000, 'READY'],
] as const;
const lost = (motivo: string): Suceso => ({ tipo: 'LOST', motivo });
const state = (estado: string | null): Suceso => ({ tipo: 'STATE', estado });

describe('the session of WhatsApp Web', () => {
  it('goes from the code to being ready, and hides the code once it is read', () => {
    const { session, done } = play(
      [0, 'START'],
      [0, 'TICK'],
      [5_000, 'QR'],
      [25_000, 'QR'],
      [30_000, 'AUTHENTICATED'],
      [31_000, 'READY'],
    );
    expect(session.fase).toBe('READY');
    expect(done).toEqual(['LAUNCH', 'SHOW_QR', 'SHOW_QR', 'HIDE_QR', 'HIDE_QR', 'CATCH_UP']);
  });

  it('is ready once, however often the library says it', () => {
    const { done } = play(...LINKED, [3_000, 'AUTHENTICATED'], [3_000, 'READY']);
    expect(done.filter((one) => one === 'CATCH_UP')).toHaveLength(1);
  });

  it('does not wait for ever to start, to be read, nor to be ready', () => {
    expect(play([0, 'START'], [0, 'TICK'], [LIMITES.inicio, 'TICK']).session).toMatchObject({
      fase: 'STARTING',
      falla: 'NO_INICIA',
      hijo: 'TERMINANDO',
    });
    expect(play([0, 'START'], [0, 'TICK'], [1_000, 'AUTHENTICATED'], [91_000, 'TICK']).session).toMatchObject(
      { falla: 'NO_LISTO' },
    );
    const unread = play([0, 'START'], [0, 'TICK'], [1_000, 'QR'], [200_000, 'QR'], [301_000, 'TICK']);
    expect(unread.session).toMatchObject({ fase: 'DOWN', motivo: 'QR_VENCIDO' });
    expect(unread.done).toContain('ALARM');
  });

  it('asks every half minute, and three questions without answer end it', () => {
    const asked = [32_000, 37_000, 67_000, 72_000, 102_000, 107_000] as const;
    const { session, done } = play(...LINKED, ...asked.map((at) => [at, 'TICK'] as const));
    expect(done.filter((one) => one === 'ASK_STATE')).toHaveLength(3);
    expect(session).toMatchObject({ fase: 'STARTING', falla: 'NO_RESPONDE', hijo: 'TERMINANDO' });
    const answered = play(
      ...LINKED,
      [32_000, 'TICK'],
      [37_000, 'TICK'],
      [67_000, 'TICK'],
      [67_100, state('CONNECTED')],
    );
    expect(answered.session).toMatchObject({ fase: 'READY', fallidas: 0 });
  });

  it('is degraded, and asks at once, after something fails where nobody waits', () => {
    const troubled = play(...LINKED, [3_000, 'TROUBLE']);
    expect(troubled.session.fase).toBe('DEGRADED');
    expect(troubled.done.at(-1)).toBe('ASK_STATE');
  });

  it('gives the page ten minutes to find its connection', () => {
    const without = [...LINKED, [10_000, state('OPENING')]] as const;
    expect(play(...without).session.fase).toBe('DEGRADED');
    expect(play(...without, [609_000, state('TIMEOUT')], [609_500, 'TICK']).session.fase).toBe('DEGRADED');
    expect(play(...without, [610_000, state('TIMEOUT')], [610_000, 'TICK']).session.falla).toBe(
      'SIN_CONEXION',
    );
    expect(play(...without, [20_000, state('CONNECTED')]).session.fase).toBe('READY');
  });

  it.each(['LOGOUT', 'UNPAIRED', 'UNPAIRED_IDLE'])(
    'waits for a person after %s, and forgets the session',
    (motivo) => {
      const { session, done } = play(...LINKED, [3_000, lost(motivo)]);
      expect(session).toMatchObject({ fase: 'DOWN', motivo: 'LOGOUT' });
      expect(done).toEqual(expect.arrayContaining(['STOP', 'FORGET_SESSION', 'ALARM']));
      expect(play(...LINKED, [3_000, lost(motivo)], [4_000, 'EXIT'], [9e9, 'TICK']).session.fase).toBe(
        'DOWN',
      );
    },
  );

  it.each(['TOS_BLOCK', 'SMB_TOS_BLOCK', 'PROXYBLOCK', 'DEPRECATED_VERSION', 'BLOCKED'])(
    'stops for good at the first restriction (%s)',
    (motivo) => {
      for (const suceso of [lost(motivo), state(motivo)]) {
        const { session, done } = play(...LINKED, [3_000, suceso]);
        expect(session).toMatchObject({ fase: 'DOWN', motivo: 'RESTRINGIDO' });
        expect(done).not.toContain('FORGET_SESSION');
      }
    },
  );

  it.each(['CONFLICT', 'NAVEGADOR', 'INJECT', 'AUTH', 'INICIO'])('starts again after %s', (motivo) => {
    const { session, done } = play(
      ...LINKED,
      [3_000, lost(motivo)],
      [4_000, 'EXIT'],
      [7_999, 'TICK'],
      [8_000, 'TICK'],
    );
    expect(session).toMatchObject({ fase: 'STARTING', hijo: 'VIVO', falla: motivo });
    expect(done.filter((one) => one === 'LAUNCH')).toHaveLength(2);
  });

  it('never has two programs on one profile: the next waits for the end of the last', () => {
    const { done } = play(...LINKED, [3_000, lost('CONFLICT')], [600_000, 'TICK']);
    expect(done.filter((one) => one === 'LAUNCH')).toHaveLength(1);
  });

  it('starts again with a pause that grows to ten minutes, six times in an hour, and then only an hour later', () => {
    expect([0, 1, 2, 3, 20].map(pauseAfter)).toEqual([5_000, 10_000, 20_000, 40_000, 600_000]);
    const faults = Array.from({ length: 7 }, (_, n) => [
      [n * 400_000, 'TICK'],
      [n * 400_000 + 1_000, 'EXIT'],
    ]) as [number, Suceso['tipo']][][];
    const { session, done } = play([0, 'START'], ...faults.flat());
    expect(session).toMatchObject({ fase: 'DOWN', motivo: 'REINICIOS', falla: 'MURIO' });
    expect(done.filter((one) => one === 'ALARM')).toHaveLength(1);
    const later = step(session, { tipo: 'TICK' }, session.desde + LIMITES.hora).session;
    expect(later.fase).toBe('STARTING');
  });

  it('starts again at three in the morning, without counting it as a fault, and when it takes too much memory', () => {
    expect(play(...LINKED, [3_000, 'PLANNED']).session).toMatchObject({ fase: 'STARTING', reinicios: [] });
    expect(play(...LINKED, [3_000, { tipo: 'MEMORY', bytes: LIMITES.memoria }]).session.fase).toBe('READY');
    const heavy = play(...LINKED, [3_000, { tipo: 'MEMORY', bytes: LIMITES.memoria + 1 }]);
    expect(heavy.session).toMatchObject({ falla: 'MEMORIA', reinicios: [3_000] });
    expect(nextRestart(new Date('2026-11-24T02:59:00-05:00'))).toEqual(new Date('2026-11-24T03:00:00-05:00'));
    expect(nextRestart(new Date('2026-11-24T03:00:00-05:00'))).toEqual(new Date('2026-11-25T03:00:00-05:00'));
  });

  it('keeps its promises whatever happens, in whatever order', () => {
    const tipos = ['START', 'QR', 'AUTHENTICATED', 'READY', 'TROUBLE', 'EXIT', 'PLANNED', 'TICK'] as const;
    const suceso: fc.Arbitrary<Suceso> = fc.oneof(
      fc.constantFrom(...tipos).map((tipo) => ({ tipo })),
      fc.constantFrom('CONFLICT', 'LOGOUT', 'TOS_BLOCK', 'INICIO').map(lost),
      fc.constantFrom('CONNECTED', 'OPENING', 'TOS_BLOCK', null).map(state),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 400_000 }), suceso)), (events) => {
        let session: Session = OFF;
        let [now, alive] = [0, 0];
        for (const [pause, happened] of events) {
          now += pause;
          const paso = step(session, happened, now);
          if (happened.tipo === 'EXIT') alive = 0;
          alive += paso.acciones.filter((one) => one === 'LAUNCH').length;
          session = paso.session;
          expect(alive).toBeLessThanOrEqual(1);
          expect(FASES).toContain(session.fase);
          if (session.fase === 'DOWN') expect([session.motivo, session.hijo]).not.toContain('VIVO');
          if (session.fase === 'READY') expect(session.hijo).toBe('VIVO');
          expect(session.reinicios.length).toBeLessThanOrEqual(LIMITES.reiniciosPorHora + 1);
        }
      }),
    );
  });
});
