import type { EnlaceDado } from '../../api/base/kernel/datos-por-enlace';
import { failure, type Failure } from '../../api/base/kernel/failures';
import { err, type Result } from '../../api/base/kernel/result';
import type { Request, RequestResult } from '../dialogs/dialog';
import type { Solicitud, VentanillaUnica } from '../ventanilla/ventanilla-unica';

/**
 * Performs what a dialog asks for. The Ventanilla learns from which conversation only when the petition has a name: an
 * anonymous or confidential one leads back to no chat.
 * @param conversacion the keyed id of the conversation.
 * @param crearEnlace makes a page for this conversation; absent where there is none.
 */
export function performWith(
  ventanilla: VentanillaUnica,
  conversacion: string,
  crearEnlace?: () => Promise<Result<EnlaceDado, Failure>>,
) {
  const from = (solicitud: Solicitud): Solicitud =>
    solicitud.identidad.modo === 'IDENTIFICADO' ? { ...solicitud, conversacion } : solicitud;
  return async (request: Request): Promise<RequestResult> => {
    const { use } = request;
    switch (use) {
      case 'radicar':
        return { use, result: await ventanilla.radicar(from(request.solicitud)) };
      case 'parecidas':
        return { use, result: await ventanilla.parecidas(from(request.solicitud)) };
      case 'consultar':
        return { use, result: await ventanilla.consultar(request.numero, request.codigo) };
      case 'misCasos':
        return { use, result: await ventanilla.misCasos(conversacion) };
      case 'enlace':
        return { use, result: (await crearEnlace?.()) ?? err(failure('STORE_UNAVAILABLE')) };
      case 'adicionar': {
        const { caso, ...said } = request.adicion;
        const llave = 'codigo' in caso ? caso : { ...caso, conversacion };
        return { use, result: await ventanilla.adicionar({ ...said, caso: llave }) };
      }
    }
  };
}
