export type { Acuse, AnexoRecibido, Identidad, Seguimiento, Solicitud } from '../base/kernel/solicitud';
