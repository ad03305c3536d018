import { version } from '../package.json';

/** The release of this program, as `0.1.0`. */
export const VERSION: string = version;
