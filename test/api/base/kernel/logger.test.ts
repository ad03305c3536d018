import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../../api/base/kernel/logger';

function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  let line = '';
  write(createLogger({ write: (text: string) => void (line += text) }));
  return JSON.parse(line) as Record<string, unknown>;
}

describe('the log', () => {
  it('writes one JSON object with event, time and fields', () => {
    expect(logged((log) => log.info('filing', { batch: 3 }))).toMatchObject({
      msg: 'filing',
      batch: 3,
      level: 30,
    });
  });

  it('tells the kind and place of an error and not its message, which may quote what a person wrote', () => {
    const cause = Object.assign(new Error('E11000 dup key: { correo: "ana@ejemplo.co" }'), { code: 11000 });
    const line = logged((log) => log.error('filing.failed', { batch: 1 }, cause));
    expect(line).toMatchObject({ errorKind: 'Error', errorCode: '11000' });
    expect(line['errorAt']).toMatch(/logger\.test/);
    expect(JSON.stringify(line)).not.toContain('ana@ejemplo');
  });
});
