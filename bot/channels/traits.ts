import type { Canal } from '../../api/base/kernel/vocabulary';

/** What a channel is like, for whoever decides what is said by it. */
export interface ChannelTraits {
  /** Another company carries what is said: no whole number of document passes by it. */
  readonly ofThirdParty: boolean;
  /** Each message is paid for: one bubble a turn. */
  readonly paid: boolean;
  /** Notices reach the person by it without being asked for, so that they can be stopped. */
  readonly pushes: boolean;
  /** A file goes with what is said; elsewhere it is a link. */
  readonly sendsFiles: boolean;
}

const OURS: ChannelTraits = { ofThirdParty: false, paid: false, pushes: false, sendsFiles: false };
const TRAITS: Readonly<Partial<Record<Canal, ChannelTraits>>> = {
  WHATSAPP: { ofThirdParty: true, paid: true, pushes: true, sendsFiles: true },
};

export const traitsOf = (canal: Canal): ChannelTraits => TRAITS[canal] ?? OURS;
