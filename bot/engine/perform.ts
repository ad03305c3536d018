import type { Request, RequestResult } from '../dialogs/dialog';
import type { Solicitud, VentanillaUnica } from '../ventanilla/ventanilla-unica';

/**
 * Performs what a dialog asks for. The Ventanilla learns from which conversation only when the petition has a name: an
 * anonymous or confidential one leads back to no chat.
 * @param conversacion the keyed id of the conversation.
 */
export function performWith(ventanilla: VentanillaUnica, conversacion: string) {
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
      case 'adicionar': {
        const { caso, ...said } = request.adicion;
        const llave = 'codigo' in caso ? caso : { ...caso, conversacion };
        return { use, result: await ventanilla.adicionar({ ...said, caso: llave }) };
      }
    }
  };
}
