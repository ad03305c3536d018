/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads a stream of server-sent events piece by piece: give it each piece of text and it gives back the events that are
 * complete. Comments and fields that are not used are skipped.
 */
export function createEventParser(): (chunk: string) => ServerEvent[] {
  let pending = '';
  let event = '';
  let data: string[] = [];
  const readLine = (line: string): ServerEvent | undefined => {
    if (line === '') {
      const complete = data.length > 0 ? { event: event || 'message', data: data.join('\n') } : undefined;
      event = '';
      data = [];
      return complete;
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    return undefined;
  };
  return (chunk) => {
    // A lone CR at the end may be half of a CRLF: it waits for the next piece.
    const lines = (pending + chunk).split(/\r\n|\n|\r(?!$)/);
    pending = lines.pop() ?? '';
    return lines.map(readLine).filter((one) => one !== undefined);
  };
}
