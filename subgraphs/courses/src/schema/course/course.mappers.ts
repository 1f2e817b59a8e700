import type { AssessmentRow } from '../../store/assessments.ts';
import type { CourseRow, LessonRow, ModuleRow } from '../../store/courses.ts';

export type CourseMapper = CourseRow;
export type ModuleMapper = ModuleRow;
export type LessonMapper = LessonRow;
export type AssessmentMapper = AssessmentRow;
