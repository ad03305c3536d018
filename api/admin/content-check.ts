import { checkContent } from '../../content/check-content';
import { faultText } from '../../content/content-fault';
import type { Io } from './command';

/** `npm run content:check`: every fault by file and line, and what was looked at. 0 when there is none. */
export function contentCheck(dir: string, io: Io): number {
  const { faults, checks, porConfirmar } = checkContent(dir);
  for (const fault of faults) io.err(faultText(fault));
  io.out(`content: ${checks} checks, ${faults.length} faults, ${porConfirmar} por confirmar`);
  return faults.length === 0 ? 0 : 1;
}
