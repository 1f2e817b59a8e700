import { API_KEY_SCOPES, type ApiKeyScope } from '../../domain/api-key-scopes.ts';
import type { ApiKeyScope as ScopeName } from '../types.generated.ts';

/** The graph's word for each scope that a key can have. */
export const SCOPE_NAMES = {
  'profile.read': 'PROFILE_READ',
  'progress.read': 'PROGRESS_READ',
  'certification.read': 'CERTIFICATION_READ',
  'submission.status': 'SUBMISSION_STATUS',
} as const satisfies Record<ApiKeyScope, ScopeName>;

/** The scopes that the graph's words name. */
export function scopesNamed(names: readonly ScopeName[]): ApiKeyScope[] {
  return API_KEY_SCOPES.filter((scope) => names.includes(SCOPE_NAMES[scope]));
}
