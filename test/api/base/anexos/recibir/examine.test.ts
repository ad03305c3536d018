import { describe, expect, it } from '@jest/globals';
import { examine } from '../../../../../api/base/anexos/recibir/examine';
import { plantedIn } from '../../../../fakes/planted-in';
import { docx, gif, odf, pdf, photo, PLANTED, pptx, xlsx } from '../../../../fakes/sample-files';
import { aac, amr, mp3, mp4, opus, wav, webm } from '../../../../fakes/sample-recordings';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const POWERPOINT = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

type Sample = readonly [nombre: string, tipo: string, make: () => Promise<Uint8Array> | Uint8Array];

const WITH_METADATA: readonly Sample[] = [
  ['foto.jpg', 'image/jpeg', () => photo('jpeg')],
  ['foto.png', 'image/png', () => photo('png')],
  ['foto.webp', 'image/webp', () => photo('webp')],
  ['foto.gif', 'image/gif', gif],
  ['carta.pdf', 'application/pdf', pdf],
  ['carta.docx', WORD, () => docx()],
  ['cuentas.xlsx', EXCEL, () => xlsx()],
  ['charla.pptx', POWERPOINT, pptx],
  ['carta.odt', 'application/vnd.oasis.opendocument.text', () => odf('text')],
  ['cuentas.ods', 'application/vnd.oasis.opendocument.spreadsheet', () => odf('spreadsheet')],
  ['voz.mp3', 'audio/mpeg', mp3],
  ['voz.aac', 'audio/aac', aac],
  ['voz.amr', 'audio/amr', amr],
  ['voz.wav', 'audio/wav', wav],
  ['PTT-20260101.opus', 'audio/ogg', opus],
  ['voz.m4a', 'audio/mp4', () => mp4('M4A ', 'soun')],
  ['nota.m4a', 'audio/mp4', () => mp4('isom', 'soun')],
  ['video.mp4', 'video/mp4', () => mp4('isom', 'vide', 'soun')],
  ['video.3gp', 'video/3gpp', () => mp4('3gp4', 'vide', 'soun')],
  ['video.mov', 'video/quicktime', () => mp4('qt  ', 'vide')],
  ['voz.webm', 'audio/webm', () => webm(false)],
  ['video.webm', 'video/webm', () => webm(true)],
];

describe('a file', () => {
  it.each(WITH_METADATA)(
    '%s is told by its content, and its derivative keeps nothing of who made it',
    async (nombre, tipo, make) => {
      const bytes = await make();
      expect(plantedIn(bytes)).toContain(PLANTED[0]);
      const examined = await examine(bytes, nombre);
      expect(examined).toMatchObject({ ok: true, tipo, nombre, vista: { tipo } });
      const vista = examined.ok ? examined.vista?.bytes : undefined;
      expect(vista?.length).toBeGreaterThan(0);
      expect(plantedIn(vista ?? new Uint8Array())).toEqual([]);
    },
  );

  it.each(WITH_METADATA)(
    '%s gives the same derivative each time, and that one gives itself',
    async (nombre, _tipo, make) => {
      const bytes = await make();
      const [one, two] = [await examine(bytes, nombre), await examine(bytes, nombre)];
      if (!one.ok || !two.ok || !one.vista || !two.vista) throw new Error('no derivative');
      expect(Buffer.from(one.vista.bytes).equals(two.vista.bytes)).toBe(true);
      expect(await examine(one.vista.bytes, nombre)).toMatchObject({ ok: true, tipo: one.tipo });
    },
  );
});
