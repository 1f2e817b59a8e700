export * from './check-proof.ts';
export * from './contexts.ts';
export * from './did-document.ts';
export * from './issuer-keys.ts';
export * from './sign-credential.ts';
export * from './status-list.ts';
export * from './verify-data-integrity.ts';
