import type { ApiKeyRow } from '../../store/api-keys.ts';

export type ApiKeyMapper = ApiKeyRow;
