import type { StandardRow } from '../../store/standards.ts';

export type StandardMapper = StandardRow;
export type CourseMapper = { readonly id: string };
