import { join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { readConfig } from '../../api/config';
import { openGestor } from '../../api/gestor';
import { openInstallation } from '../../api/installation';
import { openOffice } from '../../api/office';
import { loadContent } from '../../content/load-content';

/**
 * A process to be killed. It files petitions under keys of their own, as often as it is started, and delivers until it is
 * told that nothing waits. Arguments: data folder, folder of the entity's system, how many.
 */
const [dataDir = '', carpeta = '', count = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  const content = valueOf(loadContent(join(process.cwd(), 'content')));
  const config = valueOf(readConfig({ DATA_DIR: dataDir, GESTOR_CARPETA: carpeta }));
  const disk = { ok: true, value: content } as const;
  const deps = { config, disk, clock: systemClock, logger: silentLogger, mode: 'attach-or-own' } as const;
  const installation = valueOf(await openInstallation(deps));
  const office = await openOffice(installation);
  for (let k = 0; k < Number(count); k++) {
    const filed = await office.filePqrsd({
      clave: `petición ${k}`,
      canal: 'API',
      texto: `Petición ${k}`,
      tipo: 'PETICION',
      identidad: { modo: 'ANONIMO' },
      anexos: [],
      recibidoEn: systemClock.now(),
    });
    if (!filed.ok) throw new Error(filed.failure.code);
  }
  process.stdout.write('filed\n');
  const gestor = await openGestor(installation, office);
  // A run takes fifty at most; one more finds nothing.
  for (let run = 0; run <= Math.ceil(Number(count) / 50); run++) await gestor?.deliverCases();
  await installation.close();
  process.exit(0);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
