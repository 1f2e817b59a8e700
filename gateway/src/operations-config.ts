import { onOff, wholeNumber } from '@academy/platform/config';
import { z } from 'zod';
import { SCHEMA_VARIANTS, type SchemaVariant } from './schema-variant.ts';

/** Which operations a gateway answers, and what it tells of them. */
export type OperationsConfig = {
  /** A manifest, or a folder of documents and manifests; undefined: none is registered beforehand. */
  readonly persistedDocuments: { readonly path: string; readonly reloadEveryMs: number } | undefined;
  /** Only documents that were registered beforehand are answered; off: in tenants that want it. */
  readonly isTrustedOnly: boolean;
  /** Clients may register documents with their first request; off: those of tenants that want it. */
  readonly isApqOn: boolean;
  readonly schemaVariant: SchemaVariant;
  /** Whether everybody may see how an operation is planned, and not super_admin alone. */
  readonly isQueryPlanOpen: boolean;
};

/** Every document is answered, none is registered. */
export const operationsDefaults: OperationsConfig = {
  persistedDocuments: undefined,
  isTrustedOnly: false,
  isApqOn: false,
  schemaVariant: 'full',
  isQueryPlanOpen: false,
};

const RELOAD_EVERY_MS = 10_000;

/** The variables of it, for the environment of the gateway process. */
export const operationsVariables = {
  /** Manifest (`.json`), document, or folder of both. */
  PERSISTED_DOCUMENTS: z.string().min(1).optional(),
  PERSISTED_DOCUMENTS_RELOAD_MS: wholeNumber(100).default(RELOAD_EVERY_MS),
  /** `only`: everything that was not registered beforehand is refused. */
  TRUSTED_DOCUMENTS: z.enum(['allow', 'only']).default('allow'),
  APQ: onOff().default(false),
  SCHEMA_VARIANT: z.enum(SCHEMA_VARIANTS).default('full'),
  /** Not in production. */
  QUERY_PLAN_OPEN: onOff().default(false),
};

type Given = z.infer<z.ZodObject<typeof operationsVariables>>;

/** The configuration that the variables give. */
export function operationsConfig(given: Given): OperationsConfig {
  const path = given.PERSISTED_DOCUMENTS;
  return {
    persistedDocuments: path === undefined ? undefined : { path, reloadEveryMs: given.PERSISTED_DOCUMENTS_RELOAD_MS },
    isTrustedOnly: given.TRUSTED_DOCUMENTS === 'only',
    isApqOn: given.APQ,
    schemaVariant: given.SCHEMA_VARIANT,
    isQueryPlanOpen: given.QUERY_PLAN_OPEN,
  };
}

/** What is wrong with it, by variable: combinations that would refuse everything, or show what production must not. */
export function operationsMistakes(given: Given & { NODE_ENV: string }): { variable: keyof Given; message: string }[] {
  const mistakes: { variable: keyof Given; message: string }[] = [];
  if (given.TRUSTED_DOCUMENTS === 'only' && given.PERSISTED_DOCUMENTS === undefined) {
    mistakes.push({
      variable: 'PERSISTED_DOCUMENTS',
      message: 'expected the registered documents, because TRUSTED_DOCUMENTS=only',
    });
  }
  if (given.QUERY_PLAN_OPEN && given.NODE_ENV === 'production') {
    mistakes.push({ variable: 'QUERY_PLAN_OPEN', message: 'query plans cannot be open to everybody in production' });
  }
  return mistakes;
}
