import type { Option } from '../channel';

/** One message of Graph, without its recipient. */
export type Payload = Readonly<Record<string, unknown>> & { readonly type: string };

export const interactive = (content: object): Payload => ({ type: 'interactive', interactive: content });

export const buttonOf = ({ id, titulo }: Option) => ({ type: 'reply', reply: { id, title: titulo } });
