import { createAccesosCommand } from '../../api/admin/accesos';
import { createBandejaCommand } from '../../api/admin/bandeja';
import { createCasoCommand } from '../../api/admin/caso';
import { createNoticesCommand } from '../../api/admin/notificaciones';
import type { Command } from '../../api/admin/command';
import { visibleCases } from '../../api/bandeja/visible-cases';
import type { Solicitud } from '../../api/base/kernel/solicitud';
import { valueOf } from '../../api/base/kernel/result';
import { OPEN_STATES } from '../../api/pqrsd/pqrsd';
import { loadContent } from '../../content/load-content';
import { answeringPrompts } from './answering-prompts';
import { memoryAccesos } from './memory-accesos';
import { memoryAnexos } from './memory-anexos';
import { MemoryNotificaciones } from './memory-notificaciones';
import { CONTENT_DIR, pqrsdOffice, solicitud } from './pqrsd-office';

export const deskContent = valueOf(loadContent(CONTENT_DIR));

/** The orders of the officials on a book in memory, with the real content. */
export function desk(ajustes: Parameters<typeof pqrsdOffice>[0] = {}) {
  const office = pqrsdOffice(ajustes);
  const accesos = memoryAccesos();
  const anexos = memoryAnexos(office.clock);
  const notificaciones = new MemoryNotificaciones();
  const openCases = {
    async *byDueDate() {
      const open = office.book.pages.filter(({ pqrsd }) => OPEN_STATES.has(pqrsd.estado));
      yield* open.toSorted((a, b) => a.pqrsd.venceEstricto.localeCompare(b.pqrsd.venceEstricto));
    },
  };
  const found = { openCases, cases: office.numbers, sealing: office.sealing, organigrama: deskContent };
  const run = async (
    name: keyof typeof COMMANDS,
    args: readonly string[],
    answers: Record<string, string> = {},
  ) => {
    const [out, err]: [string[], string[]] = [[], []];
    const command = COMMANDS[name]({
      casesFor: (viewer) => visibleCases(found, viewer),
      accesos,
      terminos: office.terminos,
      content: deskContent,
      clock: office.clock,
      prompts: answeringPrompts(answers).prompts,
      anexos,
      notificaciones,
      sealing: office.sealing,
    });
    const code = await command(args, {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
    });
    return { code, text: out.join('\n'), lines: out, faults: err.join('\n') };
  };
  let filed = 0;
  const file = async (over: Partial<Solicitud> = {}) =>
    valueOf(await office.filePqrsd(solicitud({ clave: `c-${filed++}`, ...over })));
  return { ...office, accesos, anexos, notificaciones, run, file };
}

const COMMANDS = {
  bandeja: createBandejaCommand,
  caso: createCasoCommand,
  accesos: createAccesosCommand,
  notificaciones: createNoticesCommand,
} satisfies Record<string, (deps: never) => Command>;
