import type { Failure } from '../../api/base/kernel/failures';
import { ok, valueOf, type Result } from '../../api/base/kernel/result';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSigner } from '../../api/base/sealing/signer';
import type { HalladaPrueba } from '../../api/comunicaciones/sello/find-proof';
import type { CasoConstancia, PersonalConstancia } from '../../api/constancia/caso-constancia';
import { createConstanciaEnPantalla } from '../../api/constancia/constancia-pantalla';
import type { PagesDeps } from '../../api/paginas/pages-deps';
import { createTerminos } from '../../api/terminos/terminos';
import { loadLegal } from '../../content/load-legal';
import { CONTENT_DIR } from './pqrsd-office';
import { realTexts } from './real-texts';

const en = new Date('2026-11-24T15:04:00-05:00');

/** A petition with everything that a constancia can say. */
export const FULL_CASE: CasoConstancia = {
  recepcion: '2026-E-000001',
  radicado: '2026-E-000001',
  recibidoEn: en,
  radicadoEn: en,
  vence: '2026-12-16',
  tipo: 'RECLAMO',
  canal: 'WHATSAPP',
  modo: 'IDENTIFICADO',
  codigo: 'K7QMX4TP9W',
  lugar: 'Calle 9',
  texto: 'La lámpara <b>no</b> prende 🙏.\nDe noche da miedo.',
  anexos: [{ sha256: 'ab'.repeat(32), nombre: 'foto.jpg', tipo: 'image/jpeg', bytes: 345_678 }],
  anexosNoRecibidos: [{ nombre: 'video.mp4', motivo: 'MUY_GRANDE' }],
  dependencia: 'Ventanilla Única',
  verbal: true,
  puntos: ['Arreglar la lámpara', 'Podar el árbol'],
  prueba: true,
};
const personal: PersonalConstancia = { nombre: 'María Inés Ñáñez', correo: 'maria@example.com' };

export const SIN_SELLO: HalladaPrueba = { estado: 'DESDE_MANANA', explicacion: 'Existe desde mañana.' };

/** Always the same constancia, with a real proof of its term, for whoever `known` lets in. */
export function fakeConstancias(
  known: (numero: string, codigo: string) => Promise<Result<unknown, Failure>>,
  sello: HalladaPrueba = SIN_SELLO,
): PagesDeps['constancias'] {
  const pantalla = createConstanciaEnPantalla({
    texts: realTexts('constancia', 'terminos', 'web'),
    entidad: {
      codigo: 'candelaria-valle',
      nombre: 'Alcaldía de Candelaria',
      municipio: 'Candelaria',
      departamento: 'Valle del Cauca',
    },
    publicUrl: 'http://localhost:3000',
    signer: createSigner(parseKeys(newKeyFile('AUTOGENERADA'))),
  });
  const terminos = createTerminos(valueOf(loadLegal(CONTENT_DIR)));
  const { prueba } = valueOf(terminos.vencimiento({ recibidoEn: en, tipo: 'RECLAMO', politica: 'STRICT' }));
  const give =
    <T>(make: () => T | Promise<T>) =>
    async (numero: string, codigo: string): Promise<Result<T, Failure>> => {
      const found = await known(numero, codigo);
      return found.ok ? ok(await make()) : found;
    };
  return {
    pantalla: give(async () => ({ ...(await pantalla(FULL_CASE, personal)), sello })),
    pruebaTermino: give(() => prueba),
    pruebaSello: give(() => sello),
  };
}
