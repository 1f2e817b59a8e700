import { randomUUID } from 'node:crypto';
import { tenantIdOf } from '@academy/testing/people';
import { ivan, type School } from './school.ts';

/** A course of Raíces without lessons or assessment, as an author might leave it; gives its id. */
export async function insertedCourse(
  school: School,
  course: { slug: string; title: string; publishedAt: Date | null },
): Promise<string> {
  const id = randomUUID();
  const tenantId = tenantIdOf('raices');
  await school.database.pool.begin(async (sql) => {
    await sql`select set_config('app.tenant_id', ${tenantId}, true)`;
    await sql`insert into courses ${sql({
      tenant_id: tenantId,
      id,
      slug: course.slug,
      title: course.title,
      summary: 'Un curso de prueba.',
      level: 'BASIC',
      price_mxn: 0,
      instructor_id: ivan.userId,
      published_at: course.publishedAt?.toISOString() ?? null,
    })}`;
  });
  return id;
}
