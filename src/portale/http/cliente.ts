import { ipKeyGenerator } from 'express-rate-limit';
import type { Request } from 'express';

/** Who asks, as far as limits go: an IPv4 address, or the network of an IPv6 one, of which a single client has many. */
export function clienteDi(req: Request): string {
  return ipKeyGenerator(req.ip ?? '');
}
