import { describe, expect, it } from '@jest/globals';
import {
  type AdminWhatsappWeb,
  createWhatsappCommand,
  type EstadoWhatsappWeb,
} from '../../../api/admin/whatsapp';
import { type Decision, decisionSchema, decisionesVigentes } from '../../../api/puesta-en-marcha/decision';
import { riesgoAceptado } from '../../../api/puesta-en-marcha/riesgo-whatsapp-web';
import { manualClock } from '../../fakes/manual-clock';
import { realTexts } from '../../fakes/real-texts';

const ACEPTA: Decision = {
  clave: 'whatsapp_web',
  valor: 'ACEPTA',
  acto: 'Acta 4',
  fecha: '2026-11-20',
  firmante: 'Quien Firma',
  registradaEn: new Date('2026-11-20T10:00:00-05:00'),
};

async function run(
  action: string,
  over: Partial<AdminWhatsappWeb> = {},
  estado: Partial<EstadoWhatsappWeb> = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const linked: string[] = [];
  const command = createWhatsappCommand({
    texts: realTexts('whatsapp-web'),
    archivoQr: '/datos/codigo.png',
    maximo: 400,
    clock: manualClock(),
    riesgo: async () => ACEPTA,
    estado: async () => ({ fase: 'DOWN', vivo: false, ...estado }),
    dibujar: async (codigo) => `[dibujo de ${codigo}]`,
    async vincular(onQr, onRead) {
      linked.push('vincular');
      onQr('uno');
      onQr('dos');
      onRead();
      return 'LISTO';
    },
    ...over,
  });
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  return { code: await command(action.split(' '), io), out: out.join('\n'), err: err.join('\n'), linked };
}

describe('admin whatsapp', () => {
  it('shows the written risk and refuses in words while nobody accepted it', async () => {
    const { code, err, linked } = await run('vincular', { riesgo: async () => undefined });
    expect([code, linked]).toEqual([1, []]);
    expect(err).toContain('Puede bloquear el número');
    expect(err).toContain('decision registrar whatsapp_web ACEPTA');
  });

  it('draws each code, says where it is, and ends when the phone is linked', async () => {
    const { code, out, err } = await run('vincular');
    expect(code).toBe(0);
    expect(out).toContain('El número quedó vinculado');
    expect(out).toContain('dibujo de uno');
    expect(out).toContain('dibujo de dos');
    expect(err).toContain('Aceptó el riesgo: Quien Firma, Acta 4, 2026-11-20.');
    expect(err).toContain('Código leído');
  });

  it.each([
    ['OCUPADO', 'ya tiene abierta la sesión'],
    ['QR_VENCIDO', 'nadie leyó el código'],
    ['SIN_NAVEGADOR', 'WHATSAPP_WEB_NAVEGADOR'],
    ['MURIO', '(MURIO)'],
  ])('says why it could not be linked (%s)', async (outcome, words) => {
    const { code, err } = await run('vincular', { vincular: async () => outcome });
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it('tells how it is, and does not believe what a process that died left written', async () => {
    const enviados = { dia: '2026-11-24', cuantos: 12 };
    const ready = await run('estado', {}, { fase: 'READY', vivo: true, enviados });
    expect([ready.code, ready.out]).toEqual([0, expect.stringContaining('vinculado y atendiendo')]);
    expect(ready.out).toContain('12 de 400');
    expect((await run('estado', {}, { fase: 'READY', vivo: false })).out).toContain('apagado');
    expect((await run('estado', {}, { detenido: 'RESTRINGIDO' })).out).toContain(
      'WhatsApp restringió el número',
    );
  });

  it('shows how it is used', async () => {
    expect((await run('otra')).code).toBe(2);
    expect((await run('vincular ya')).code).toBe(2);
  });
});

describe('the decision on WhatsApp Web', () => {
  it('is ACEPTA or NO, and the last one counts', () => {
    const given = { ...ACEPTA, fecha: '2026-11-20' };
    expect(decisionSchema.safeParse(given).success).toBe(true);
    expect(decisionSchema.safeParse({ ...given, valor: 'QUIZAS' }).success).toBe(false);
    const no = { ...ACEPTA, valor: 'NO', registradaEn: new Date('2026-11-21T10:00:00-05:00') };
    expect(riesgoAceptado(decisionesVigentes([ACEPTA]))).toBe(ACEPTA);
    expect(riesgoAceptado(decisionesVigentes([ACEPTA, no]))).toBeUndefined();
    expect(riesgoAceptado(decisionesVigentes([]))).toBeUndefined();
  });
});
