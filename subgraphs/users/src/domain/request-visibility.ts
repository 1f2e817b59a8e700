import type { Principal } from '@academy/kernel';

/** Whether the viewer sees every request of the viewer's tenant. */
export function answersRequests(viewer: Principal): boolean {
  return viewer.kind === 'user' && viewer.persona === 'privacy_officer';
}

/** Whether the viewer may know of a request about this person's data: the person, and who answers. */
export function maySeeRequest(viewer: Principal, subjectId: string): boolean {
  return viewer.kind === 'user' && (viewer.userId === subjectId || answersRequests(viewer));
}
