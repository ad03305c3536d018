/** The own fields of a JSON object by name; of anything else, none. */
export const fieldsOf = (json: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.entries(json) : []);
