import type { StandardAlignment } from '../../domain/standard-impact.ts';
import type { StandardRow } from '../../store/standards.ts';

export type StandardMapper = StandardRow;
export type StandardAlignmentMapper = StandardAlignment;
export type CourseMapper = { readonly id: string };
