import { failure, type FailureCode } from '../../api/base/kernel/failures';
import { err, ok } from '../../api/base/kernel/result';
import type { AvisoPorChat, EstadoDeEnvio, MensajeDeAviso, Ventana } from '../../api/notificaciones/ports';

const DAY_MS = 86_400_000;

/** A chat whose windows, refusals and echoes a test decides; what it takes charge of stays in `taken`, once a key. */
export class MemoryAvisoPorChat implements AvisoPorChat {
  readonly taken = new Map<string, MensajeDeAviso>();
  private readonly wrote = new Map<string, Date>();
  private readonly states = new Map<string, EstadoDeEnvio>();
  private readonly out = new Set<string>();
  /** What `enviar` answers instead of taking charge. */
  refuses?: FailureCode;

  get texts(): string[] {
    return [...this.taken.values()].map((one) =>
      'texto' in one ? one.texto : `${one.plantilla.nombre}: ${one.valores.join(' | ')}`,
    );
  }

  /** The person writes in the chat. */
  writes(conversacion: string, at: Date): void {
    this.wrote.set(conversacion, at);
  }

  asksForBaja(conversacion: string): void {
    this.out.add(conversacion);
  }

  /** The provider says where the message of a key is. */
  echoes(clave: string, estado: EstadoDeEnvio['estado'], en: Date, codigo?: string): void {
    this.states.set(`envio-${clave}`, {
      estado,
      en,
      proveedorId: `wamid.${clave}`,
      ...(codigo && { codigo }),
    });
  }

  async ventana(conversacion: string, at: Date): Promise<Ventana> {
    const wrote = this.wrote.get(conversacion);
    if (this.out.has(conversacion)) return { estado: 'BAJA' };
    if (!wrote) return { estado: 'SIN_CHAT' };
    const hasta = new Date(wrote.getTime() + DAY_MS);
    return at < hasta ? { estado: 'ABIERTA', hasta } : { estado: 'CERRADA' };
  }

  async enviar(mensaje: MensajeDeAviso) {
    if (this.refuses) return err(failure(this.refuses));
    const { clave } = mensaje;
    if (!this.taken.has(clave)) {
      this.taken.set(clave, mensaje);
      if (!this.states.has(`envio-${clave}`))
        this.states.set(`envio-${clave}`, { estado: 'PENDIENTE', en: new Date(0) });
    }
    return ok({ envio: `envio-${clave}` });
  }

  async estado(envio: string): Promise<EstadoDeEnvio | undefined> {
    return this.states.get(envio);
  }
}
