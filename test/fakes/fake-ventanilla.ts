import { failure, type Failure } from '../../api/base/kernel/failures';
import { addDays, localDate } from '../../api/base/kernel/local-date';
import { err, ok, type Result } from '../../api/base/kernel/result';
import type { Adicion, MensajeDicho, Parecida, Seguimiento } from '../../api/base/kernel/seguimiento';
import type { Acuse, Solicitud } from '../../api/base/kernel/solicitud';
import { similarity } from '../../api/pqrsd/similar-text';
import { aSeguimiento } from './a-seguimiento';

/** The Ventanilla in memory: numbers in order, one case per key, always the same code. */
export interface FakeVentanilla {
  /** What was filed, in order. */
  readonly solicitudes: readonly Solicitud[];
  /** Makes every filing fail until it is called without one. */
  failWith(failure?: Failure): void;
  radicar(solicitud: Solicitud): Promise<Result<Acuse, Failure>>;
  consultar(numero: string, codigo: string): Promise<Result<Seguimiento, Failure>>;
  constanciaPdf(numero: string, codigo: string): Promise<Result<Buffer, Failure>>;
  /** What was added, in order. */
  readonly adiciones: readonly Adicion[];
  /** The office asks in a case. */
  pregunta(recepcion: string, texto: string): void;
  adicionar(adicion: Adicion): Promise<Result<Seguimiento, Failure>>;
  misCasos(conversacion: string): Promise<Result<readonly Seguimiento[], Failure>>;
  parecidas(solicitud: Solicitud): Promise<Result<readonly Parecida[], Failure>>;
}

export const FAKE_CODE = 'K7QM-X4TP-9W';

const plain = (code: string): string => code.replaceAll(/[^A-Z0-9]/gi, '').toUpperCase();

export function fakeVentanilla(prueba = true): FakeVentanilla {
  const solicitudes: Solicitud[] = [];
  let failing: Failure | undefined;

  const acuseOf = (index: number, repetido: boolean): Acuse => {
    const { recibidoEn, tipo } = solicitudes[index]!;
    const numero = `2026-E-${String(index + 1).padStart(6, '0')}`;
    return {
      recepcion: numero,
      radicado: numero,
      codigo: FAKE_CODE,
      tipo,
      recibidoEn,
      radicadoEn: recibidoEn,
      vence: addDays(localDate(recibidoEn), 22),
      ...(tipo === 'FELICITACION' && { plazoPorConfirmar: true as const }),
      constancia: '/constancia',
      prueba,
      repetido,
    };
  };

  const find = (numero: string, codigo: string): Acuse | undefined =>
    plain(codigo) === plain(FAKE_CODE)
      ? solicitudes.map((_, index) => acuseOf(index, false)).find(({ recepcion }) => recepcion === numero)
      : undefined;

  const is = (recepcion: string) => (acuse: Acuse) => acuse.recepcion === recepcion;

  const ofChat = (conversacion: string): Acuse[] =>
    solicitudes
      .map((one, index) => ({ one, acuse: acuseOf(index, false) }))
      .filter(({ one }) => one.conversacion === conversacion && one.identidad.modo === 'IDENTIFICADO')
      .map(({ acuse }) => acuse)
      .toReversed();

  const adiciones: Adicion[] = [];
  const mensajes = new Map<string, MensajeDicho[]>();
  const say = (recepcion: string, said: Pick<MensajeDicho, 'de' | 'texto' | 'archivos'>) => {
    const all = mensajes.get(recepcion) ?? [];
    const en = new Date('2026-11-25T10:00:00-05:00');
    mensajes.set(recepcion, [...all, { ...said, n: all.length + 2, en, noRecibidos: [] }]);
  };

  const seguimientoOf = ({ recepcion, radicado, tipo, recibidoEn, vence, plazoPorConfirmar }: Acuse) => {
    const filed = solicitudes.find((_, index) => acuseOf(index, false).recepcion === recepcion);
    return aSeguimiento({
      recepcion,
      radicado,
      tipo,
      estado: 'RADICADA',
      ...(filed?.identidad.modo === 'ANONIMO' && { anonima: true as const }),
      recibidoEn,
      vence,
      venceImpreso: vence,
      ...(plazoPorConfirmar && { plazoPorConfirmar }),
      sigue: { que: plazoPorConfirmar ? 'RESPUESTA_ESTIMADA' : 'RESPUESTA', hasta: vence },
      pasos: [{ tipo: 'RADICADA', en: recibidoEn }],
      mensajes: mensajes.get(recepcion) ?? [],
      prueba,
    });
  };

  return {
    solicitudes,
    failWith: (next) => {
      failing = next;
    },
    async radicar(solicitud) {
      if (failing) return err(failing);
      const earlier = solicitudes.findIndex(({ clave }) => clave === solicitud.clave);
      if (earlier >= 0) {
        const same = solicitudes[earlier]?.texto === solicitud.texto;
        return same ? ok(acuseOf(earlier, true)) : err(failure('IDEMPOTENCY_KEY_REUSED'));
      }
      return ok(acuseOf(solicitudes.push(solicitud) - 1, false));
    },
    async consultar(numero, codigo) {
      const found = find(numero, codigo);
      return found ? ok(seguimientoOf(found)) : err(failure('WRONG_CODE'));
    },
    adiciones,
    pregunta: (recepcion, texto) => say(recepcion, { de: 'ENTIDAD', texto, archivos: [] }),
    async adicionar(adicion) {
      if (failing) return err(failing);
      const { caso, clave, texto, anexos } = adicion;
      const found =
        'codigo' in caso
          ? find(caso.numero, caso.codigo)
          : ofChat(caso.conversacion).find(is(caso.recepcion));
      if (!found) return err(failure('codigo' in caso ? 'WRONG_CODE' : 'NOT_FOUND'));
      const earlier = adiciones.find((one) => one.clave === clave);
      if (earlier && earlier.texto !== texto) return err(failure('IDEMPOTENCY_KEY_REUSED'));
      if (!earlier) {
        adiciones.push(adicion);
        const archivos = anexos.map(({ nombre }) => nombre);
        say(found.recepcion, { de: 'CIUDADANO', texto, archivos });
      }
      return ok(seguimientoOf(found));
    },
    misCasos: async (conversacion) => ok(ofChat(conversacion).map(seguimientoOf)),
    async parecidas({ conversacion, texto, identidad }) {
      if (failing) return err(failing);
      if (identidad.modo !== 'IDENTIFICADO' || conversacion === undefined) return ok([]);
      const alike = solicitudes.map((one, index) => ({
        alike: similarity(one.texto, texto) >= 0.5 && one.conversacion === conversacion,
        acuse: acuseOf(index, false),
      }));
      return ok(
        alike
          .filter((one) => one.alike)
          .map(({ acuse: { recepcion, radicado, tipo, recibidoEn } }) => ({
            recepcion,
            radicado,
            tipo,
            recibidoEn,
            propia: true,
          })),
      );
    },
    async constanciaPdf(numero, codigo) {
      return find(numero, codigo) ? ok(Buffer.from('%PDF-1.7\n')) : err(failure('WRONG_CODE'));
    },
  };
}
