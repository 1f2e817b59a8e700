import type { IssuerRow } from '../../store/issuer.ts';

export type CredentialIssuerMapper = IssuerRow;
