import { failure, type Failure } from '../../api/base/kernel/failures';
import { addDays, localDate } from '../../api/base/kernel/local-date';
import { err, ok, type Result } from '../../api/base/kernel/result';
import type { Acuse, Seguimiento, Solicitud } from '../../api/base/kernel/solicitud';

/** The Ventanilla in memory: numbers in order, one case per key, always the same code. */
export interface FakeVentanilla {
  /** What was filed, in order. */
  readonly solicitudes: readonly Solicitud[];
  /** Makes every filing fail until it is called without one. */
  failWith(failure?: Failure): void;
  radicar(solicitud: Solicitud): Promise<Result<Acuse, Failure>>;
  consultar(numero: string, codigo: string): Promise<Result<Seguimiento, Failure>>;
  constanciaPdf(numero: string, codigo: string): Promise<Result<Buffer, Failure>>;
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
      if (!found) return err(failure('WRONG_CODE'));
      const { recepcion, radicado, tipo, recibidoEn, vence, plazoPorConfirmar } = found;
      const pasos = [{ tipo: 'RADICADA', en: recibidoEn }];
      return ok({
        recepcion,
        radicado,
        tipo,
        estado: 'RADICADA',
        recibidoEn,
        vence,
        ...(plazoPorConfirmar && { plazoPorConfirmar }),
        vencida: false,
        pasos,
        prueba,
      });
    },
    async constanciaPdf(numero, codigo) {
      return find(numero, codigo) ? ok(Buffer.from('%PDF-1.7\n')) : err(failure('WRONG_CODE'));
    },
  };
}
