/** The requests by which Meta verifies a callback, right and wrong, for a test of the bot. */
export interface Handshake {
  readonly name: string;
  readonly url: string;
  /** The body that must come back with 200; none when the bot must refuse. */
  readonly expected?: string;
}

export function handshakes(callbackUrl: string, verifyToken: string): readonly Handshake[] {
  const challenge = '1158201444';
  const url = (...parameters: readonly (readonly [string, string])[]) =>
    `${callbackUrl}?${new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString()}`;
  const mode = ['hub.mode', 'subscribe'] as const;
  const asks = ['hub.challenge', challenge] as const;
  const token = ['hub.verify_token', verifyToken] as const;
  return [
    { name: 'right token', url: url(mode, asks, token), expected: challenge },
    { name: 'wrong token', url: url(mode, asks, ['hub.verify_token', `${verifyToken}x`]) },
    { name: 'empty token', url: url(mode, asks, ['hub.verify_token', '']) },
    { name: 'no token', url: url(mode, asks) },
    { name: 'no mode', url: url(asks, token) },
    { name: 'another mode', url: url(['hub.mode', 'unsubscribe'], asks, token) },
    { name: 'no challenge', url: url(mode, token) },
    { name: 'token twice, one wrong', url: url(mode, asks, token, ['hub.verify_token', 'otro']) },
    { name: 'nothing', url: callbackUrl },
  ];
}
