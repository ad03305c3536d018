/**
 * STARTING: the program of the session is starting, or will after a pause. QR: a person must read the code with the
 * phone. AUTHENTICATED: linked, not usable yet. READY: messages come and go. DEGRADED: linked, but the page fails to
 * answer or has no connection; nothing is sent. DOWN: nothing runs.
 */
export const FASES = ['STARTING', 'QR', 'AUTHENTICATED', 'READY', 'DEGRADED', 'DOWN'] as const;
export type Fase = (typeof FASES)[number];

/**
 * Why it is DOWN. LOGOUT: unlinked from the phone. RESTRINGIDO: WhatsApp blocked the number or refuses this client.
 * QR_VENCIDO: nobody read the code. These stay until a person links it again. REINICIOS: it failed too often; tried
 * again in an hour.
 */
export const MOTIVOS_DOWN = ['APAGADO', 'LOGOUT', 'RESTRINGIDO', 'REINICIOS', 'QR_VENCIDO'] as const;
export type MotivoDown = (typeof MOTIVOS_DOWN)[number];

/** Where a session of WhatsApp Web is. Times are monotonic milliseconds. */
export interface Session {
  readonly fase: Fase;
  readonly motivo?: MotivoDown;
  /** The last fault, as a code. */
  readonly falla?: string;
  /** Since when it is in this phase. */
  readonly desde: number;
  /** The child program: none, running, or told to end. */
  readonly hijo: 'NINGUNO' | 'VIVO' | 'TERMINANDO';
  /** When another child is started. */
  readonly relanzarEn?: number;
  /** When what is awaited in this phase (QR, READY…) is awaited no longer. */
  readonly limite?: number;
  /** The state was asked for and has not been told. */
  readonly preguntadoEn?: number;
  /** The last question that was answered, or missed. */
  readonly pulsoEn: number;
  readonly fallidas: number;
  /** Since when the page has no connection. */
  readonly sinConexionDesde?: number;
  /** Faults of the last hour. */
  readonly reinicios: readonly number[];
  /** Faults one after another, without a healthy while between them. */
  readonly seguidas: number;
}

/** What may happen to a session. */
export type Suceso =
  | { readonly tipo: 'START' | 'QR' | 'AUTHENTICATED' | 'READY' | 'TROUBLE' | 'EXIT' | 'PLANNED' | 'TICK' }
  /** The page's own word of its connection. */
  | { readonly tipo: 'STATE'; readonly estado: string | null }
  /** The child ended the session by itself. */
  | { readonly tipo: 'LOST'; readonly motivo: string }
  /** Memory of the child and its browser. */
  | { readonly tipo: 'MEMORY'; readonly bytes: number };

/** What is to be done about it. */
export type Accion =
  | 'LAUNCH'
  | 'STOP'
  | 'ASK_STATE'
  | 'SHOW_QR'
  | 'HIDE_QR'
  | 'CATCH_UP'
  /** The link is gone: so is the folder that kept it. */
  | 'FORGET_SESSION'
  /** Somebody must look. */
  | 'ALARM';

export interface Paso {
  readonly session: Session;
  readonly acciones: readonly Accion[];
}

export const OFF: Session = {
  fase: 'DOWN',
  motivo: 'APAGADO',
  desde: 0,
  hijo: 'NINGUNO',
  pulsoEn: 0,
  fallidas: 0,
  reinicios: [],
  seguidas: 0,
};

/** Watchdogs, in milliseconds. */
export const LIMITES = {
  inicio: 120_000,
  qr: 5 * 60_000,
  listo: 90_000,
  preguntaCada: 30_000,
  respuesta: 5_000,
  fallidas: 3,
  sinConexion: 10 * 60_000,
  pausaMenor: 5_000,
  pausaMayor: 10 * 60_000,
  reiniciosPorHora: 6,
  hora: 60 * 60_000,
  sanaTras: 10 * 60_000,
  memoria: 1_200 * 1024 * 1024,
} as const;
