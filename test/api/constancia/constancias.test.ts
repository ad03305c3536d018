import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { valueOf } from '../../../api/base/kernel/result';
import type { Solicitud } from '../../../api/base/kernel/solicitud';
import { createSigner, publicKeys } from '../../../api/base/sealing/signer';
import { createConstanciaEnPantalla } from '../../../api/constancia/constancia-pantalla';
import { createConstanciaPdf } from '../../../api/constancia/constancia-pdf';
import { createConstancias } from '../../../api/constancia/constancias';
import { checkAttachment, checkText, verifyToken } from '../../../api/constancia/token';
import { verifyProof } from '../../../api/terminos/verify-proof';
import { pqrsdOffice } from '../../fakes/pqrsd-office';
import { realTexts } from '../../fakes/real-texts';
import { pdfWords } from './pdf-words';

const file = Buffer.from('contenido de la carta');
const solicitud: Solicitud = {
  clave: 'borrador-1',
  canal: 'FORMULARIO',
  texto: 'La lámpara de la calle 9 está dañada.',
  tipo: 'RECLAMO',
  asunto: 'Lámpara dañada',
  identidad: { modo: 'IDENTIFICADO', nombre: 'María Ñáñez', correo: 'maria@ejemplo.co' },
  anexos: [
    {
      sha256: createHash('sha256').update(file).digest('hex'),
      nombre: 'carta.pdf',
      tipo: 'application/pdf',
      bytes: file.length,
    },
  ],
  recibidoEn: new Date('2026-11-24T08:59:00-05:00'),
};

async function filed(changes: Partial<Solicitud> = {}, ajustes: Parameters<typeof pqrsdOffice>[0] = {}) {
  const office = pqrsdOffice(ajustes);
  const signer = createSigner(office.keys);
  const prepare = {
    texts: realTexts('constancia', 'terminos', 'web'),
    entidad: {
      codigo: 'candelaria-valle',
      nombre: 'Alcaldía de Candelaria',
      municipio: 'Candelaria',
      departamento: 'Valle del Cauca',
    },
    publicUrl: 'https://pueblo.gov.co',
    signer,
  };
  const constancias = createConstancias({
    find: office.find,
    sealing: office.sealing,
    codigos: office.keys.codigos,
    terminos: office.terminos,
    signer,
    pdf: createConstanciaPdf({ ...prepare, compress: false }),
    pantalla: createConstanciaEnPantalla(prepare),
    selloOf: async ({ recepcion }) => ({ estado: 'DESDE_MANANA', explicacion: recepcion }),
    dependenciaName: (codigo) => (codigo === 'VENTANILLA' ? 'Ventanilla Única' : undefined),
    tramiteName: () => undefined,
  });
  const acuse = valueOf(await office.filePqrsd({ ...solicitud, ...changes }));
  return { office, acuse, constancias, published: publicKeys(office.keys) };
}

describe('the constancia of a filed petition', () => {
  it('says what the acknowledgement said, and what was filed', async () => {
    const { acuse, constancias } = await filed();
    const words = pdfWords(valueOf(await constancias.pdf(acuse.recepcion, acuse.codigo)));
    for (const said of [acuse.recepcion, acuse.codigo, 'María Ñáñez', 'carta.pdf', solicitud.texto]) {
      expect(words).toContain(said);
    }
    expect(words).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
    expect(words).toContain('Dependencia de destino Ventanilla Única');
  });

  it('carries the token that the service gives, over its text and its files', async () => {
    const { acuse, constancias, published } = await filed();
    const token = valueOf(await constancias.token(acuse.recepcion, acuse.codigo));
    const payload = valueOf(verifyToken(token, published));
    expect(payload).toMatchObject({ recepcion: acuse.recepcion, vence: acuse.vence, prueba: true });
    expect(checkText(payload, solicitud.texto)).toBe(true);
    expect(checkAttachment(payload, file)).toBe(true);
    const words = pdfWords(valueOf(await constancias.pdf(acuse.recepcion, acuse.codigo)));
    expect(words.replaceAll(' ', '')).toContain(token);
  });

  it('tells an estimate, and no duty, when no norm confirms the term', async () => {
    const { acuse, constancias } = await filed({ tipo: 'FELICITACION' });
    const words = pdfWords(valueOf(await constancias.pdf(acuse.recepcion, acuse.codigo)));
    expect(words).toContain('Fecha estimada, por confirmar: miércoles, 16 de diciembre de 2026.');
    expect(words).not.toContain('debe responderle');
  });

  it('as a page says the same, and looks for its seal', async () => {
    const { acuse, constancias } = await filed();
    const shown = valueOf(await constancias.pantalla(acuse.recepcion, acuse.codigo));
    const token = valueOf(await constancias.token(acuse.recepcion, acuse.codigo));
    expect(shown).toMatchObject({ prueba: true, address: `https://pueblo.gov.co/verificar#${token}` });
    expect(shown.documento.encabezado).toMatchObject({ numero: acuse.radicado, codigo: acuse.codigo });
    expect(shown.sello.explicacion).toBe(acuse.recepcion);
    expect(await constancias.pantalla(acuse.recepcion, 'AAAAAAAAAA')).toMatchObject({ ok: false });
  });

  it('comes with the proof of its due date', async () => {
    const { acuse, constancias } = await filed();
    const proof = valueOf(await constancias.pruebaTermino(acuse.recepcion, acuse.codigo));
    expect(verifyProof(JSON.parse(JSON.stringify(proof)))).toEqual({ ok: true, fecha: acuse.vence });
  });

  it('is official after the go-live', async () => {
    const { acuse, constancias } = await filed({}, { prueba: false });
    expect(pdfWords(valueOf(await constancias.pdf(acuse.recepcion, acuse.codigo)))).not.toContain('PRUEBA');
  });

  it('of an anonymous petition names nobody', async () => {
    const { acuse, constancias } = await filed({ identidad: { modo: 'ANONIMO' } });
    const words = pdfWords(valueOf(await constancias.pdf(acuse.recepcion, acuse.codigo)));
    expect(words).toContain('Solicitud anónima.');
    expect(words).not.toContain('María');
  });

  it('of a voice says what the one who listened wrote, once they have', async () => {
    const { acuse, constancias, office } = await filed({ presentacion: { verbal: true }, asunto: undefined });
    const said = async () => pdfWords(valueOf(await constancias.pdf(acuse.recepcion, acuse.codigo)));
    expect(await said()).toContain('Objeto Pendiente de escuchar.');
    const recibe = { nombre: 'Rosa Díaz', cargo: 'auxiliar' };
    const { _id } = valueOf(await office.find(acuse.recepcion, acuse.codigo));
    const orden = { tipo: 'ESCUCHAR' as const, objeto: 'Pide luz', razones: 'Está oscuro', recibe };
    valueOf(await office.applyOrden(_id, orden, 'f-1'));
    expect(await said()).toContain('Objeto Pide luz Razones Está oscuro');
    expect(await said()).toContain('Persona que la escuchó Rosa Díaz, auxiliar');
  });

  it('is refused with a wrong code', async () => {
    const { acuse, constancias } = await filed();
    const failure = { ok: false, failure: { code: 'WRONG_CODE' } };
    expect(await constancias.pdf(acuse.recepcion, 'ABCD-EFGH-JK')).toEqual(failure);
    expect(await constancias.token('2026-E-000999', acuse.codigo)).toEqual(failure);
  });
});
