import { checkContent } from '../content/check-content';
import { faultText } from '../content/content-fault';
import { CONTENT_DIR, EXIT, io } from './program';

/** `content-check`: reads all of `content/` and says file and line of each fault. */
export function contentCheck(): number {
  const { faults, checks, porConfirmar } = checkContent(CONTENT_DIR);
  for (const fault of faults) io.err(faultText(fault));
  io.out(`content: ${checks} checks, ${faults.length} faults, ${porConfirmar} por confirmar`);
  return faults.length === 0 ? 0 : EXIT.failed;
}
