import { join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { readConfig } from '../../api/config';
import { openInstallation } from '../../api/installation';
import { openOffice, type Office } from '../../api/office';
import { loadContent } from '../../content/load-content';

/**
 * A process with 64 filers, to be killed. Each files under keys `<name>-<i>` and prints one line for each that is
 * acknowledged: key and number. When the owner of the store dies, it opens the store again and repeats the same key.
 * Arguments: data folder, name, first key, how many.
 */
const [dataDir = '', name = '', first = '0', count = '0'] = process.argv.slice(2);
const content = valueOf(loadContent(join(process.cwd(), 'content')));

async function reopen(): Promise<Office> {
  const config = valueOf(readConfig({ DATA_DIR: dataDir }));
  for (let tries = 0; ; tries++) {
    const deps = {
      config,
      disk: { ok: true, value: content },
      clock: systemClock,
      logger: silentLogger,
      mode: 'attach-or-own',
    } as const;
    const opened = await openInstallation(deps).catch(() => undefined);
    if (opened?.ok) return openOffice(opened.value);
    // The owner that just died leaves its socket behind for a moment.
    if (tries > 200) throw new Error('the store cannot be opened');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function main(): Promise<void> {
  let office = reopen();
  let next = Number(first);
  const end = next + Number(count);

  async function file(i: number): Promise<void> {
    for (;;) {
      const used = office;
      const filed = await (
        await used
      ).filePqrsd({
        clave: `${name}-${i}`,
        canal: 'API',
        texto: `Petición ${i} de ${name}`,
        tipo: 'PETICION',
        identidad: { modo: 'ANONIMO' },
        anexos: [],
        recibidoEn: systemClock.now(),
      });
      if (filed.ok) return void process.stdout.write(`${name}-${i} ${filed.value.recepcion}\n`);
      if (filed.failure.code !== 'STORE_UNAVAILABLE') throw new Error(filed.failure.code);
      if (office === used) office = reopen();
    }
  }

  const lane = async () => {
    while (next < end) await file(next++);
  };
  await Promise.all(Array.from({ length: 64 }, lane));
  process.exit(0);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
