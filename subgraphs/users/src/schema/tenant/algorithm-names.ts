import { SIGNATURE_ALGORITHMS, type SignatureAlgorithm } from '../../domain/client-signatures.ts';
import type { SignatureAlgorithm as AlgorithmName } from '../types.generated.ts';

/** The graph's word for each algorithm. */
export const ALGORITHM_NAMES = {
  ed25519: 'ED25519',
  'ecdsa-p256-sha256': 'ECDSA_P256_SHA256',
} as const satisfies Record<SignatureAlgorithm, AlgorithmName>;

/** The algorithm of one of the graph's words. */
export function algorithmNamed(name: AlgorithmName): SignatureAlgorithm {
  const found = SIGNATURE_ALGORITHMS.find((algorithm) => ALGORITHM_NAMES[algorithm] === name);
  if (found === undefined) throw new Error(`There is no algorithm ${name}.`);
  return found;
}
