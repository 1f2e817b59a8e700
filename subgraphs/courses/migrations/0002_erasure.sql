-- What a learner did in detail goes when she is erased; that she was enrolled, and finished, stays under an id that names nobody any more.
do $$ begin execute format('grant delete on lesson_completions, assessment_attempts to %I', academy_role('app')); end $$;
