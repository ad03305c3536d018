import { createAccesosCommand } from './accesos';
import { createStoreCommand } from './almacen';
import { createAvisoCommand } from './aviso';
import { createBandejaCommand } from './bandeja';
import { createCasoCommand } from './caso';
import { createKeysCommand } from './claves';
import type { Command } from './command';
import * as of from './command-deps';
import { createConsumoCommand } from './consumo';
import { createContentCommand } from './contenido';
import { createDecisionCommand, createGoLiveCommand } from './decision';
import { createEscucharCommand } from './escuchar';
import { createGestorCommand } from './gestor';
import { createInterruptionCommand } from './interrupcion';
import { createClockCommand, createNumberingCommand } from './libro';
import { createNoticesCommand } from './notificaciones';
import { createAskCommand } from './preguntar';
import { createBackupCommand } from './respaldo';
import { createRestoreCommand } from './restaurar';
import { createVencimientosCommand } from './vencimientos';
import { createVentanillaCommand } from './ventanilla/ventanilla';
import { createVerifyBookCommand } from './verificar-libro';
import { createWhatsappCommand } from './whatsapp';
import { counterDeps, listeningDeps } from '../counter';
import { deskDeps } from '../desk';
import type { Installation } from '../installation';
import { createTerminos } from '../terminos/terminos';
import type { Content } from '../../content/load-content';

type Deps = of.AdminDeps;

/** Runs `npm run admin -- ORDEN …`. Only the orders that need data open it. */
export async function runAdmin(args: readonly string[], deps: Deps): Promise<number> {
  const [name, ...rest] = args;
  const { disk, io } = deps;
  const plain = disk.ok && name !== undefined ? plainCommand(name, deps, disk.value) : undefined;
  if (plain) return plain(rest, io);
  const onData = name === undefined ? undefined : DATA_COMMANDS[name];
  if (!onData) {
    // Without content there are no words, and its faults were told.
    if (!disk.ok) return 1;
    if (name === undefined) io.out(disk.value.texts('admin.uso'));
    else io.err(disk.value.texts('admin.ordenDesconocida', { orden: name }));
    return 2;
  }
  const installation = await deps.open();
  if (!installation) return 1;
  const command = await onData(installation, deps);
  const code = await command(rest, io);
  await installation.close();
  return code;
}

/** The orders that open no data. */
function plainCommand(name: string, deps: Deps, content: Content): Command | undefined {
  const { texts, legal } = content;
  const commands: Record<string, () => Command> = {
    vencimientos: () => createVencimientosCommand(createTerminos(legal), texts),
    claves: () => createKeysCommand(deps.config.clavesDir, texts),
    restaurar: () => createRestoreCommand(of.restoreDeps(deps, content)),
  };
  return commands[name]?.();
}

type OnData = (installation: Installation, deps: Deps) => Command | Promise<Command>;

const DATA_COMMANDS: Readonly<Record<string, OnData>> = {
  contenido: (on, deps) => createContentCommand(of.contentDeps(on, deps)),
  decision: (on) => createDecisionCommand(of.decisionDeps(on)),
  'puesta-en-marcha': (on) => createGoLiveCommand(of.decisionDeps(on)),
  numeracion: (on) => createNumberingCommand(of.bookDeps(on)),
  reloj: (on) => createClockCommand(of.bookDeps(on)),
  libro: (on) => createVerifyBookCommand(of.verifyBookDeps(on)),
  respaldo: (on) => createBackupCommand(of.backupDeps(on)),
  almacen: (on) => createStoreCommand(of.storeDeps(on)),
  interrupcion: (on) => createInterruptionCommand(of.interruptionDeps(on)),
  aviso: async (on) => createAvisoCommand(await of.avisoDeps(on)),
  gestor: async (on) => createGestorCommand(await of.gestorDeps(on)),
  preguntar: (on, { readInput }) => createAskCommand(of.askDeps(on, readInput)),
  bandeja: async (on, { prompts }) => createBandejaCommand(await deskDeps(on, prompts)),
  caso: async (on, { prompts }) => createCasoCommand(await deskDeps(on, prompts)),
  notificaciones: async (on, { prompts }) => createNoticesCommand(await deskDeps(on, prompts)),
  accesos: async (on, { prompts }) => createAccesosCommand(await deskDeps(on, prompts)),
  ventanilla: async (on, { prompts }) => createVentanillaCommand(await counterDeps(on, prompts)),
  consumo: async (on, { consumo }) => createConsumoCommand(await consumo(on)),
  whatsapp: (on, { whatsappWeb }) => createWhatsappCommand(whatsappWeb(on)),
  escuchar: async (on, { prompts }) => createEscucharCommand(await listeningDeps(on, prompts)),
};
