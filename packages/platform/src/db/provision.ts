import { createHmac } from 'node:crypto';
import postgres from 'postgres';
import { databaseConnection } from './connection-options.ts';

/** How the three roles of an island reach its database. */
export type IslandUrls = {
  /** Owns the tables and migrates; no process that serves requests knows it. */
  readonly owner: string;
  /** Serves requests and runs jobs: owns nothing, bound by every policy. */
  readonly app: string;
  /** Moves the outbox and looks for due work: sees those two tables across tenants, and nothing else. */
  readonly relay: string;
};

const ROLES = ['owner', 'app', 'relay'] as const;
export type IslandRole = (typeof ROLES)[number];

/** Passwords of an island's roles. */
export type RolePasswords = Readonly<Record<IslandRole, string>>;

/** Passwords that follow from one secret, so that two runs with the same secret agree. */
export function derivePasswords(secret: string, island: string): RolePasswords {
  const derive = (role: IslandRole) => createHmac('sha256', secret).update(`${island}_${role}`).digest('hex');
  return { owner: derive('owner'), app: derive('app'), relay: derive('relay') };
}

/**
 * The three roles and the database of an island exist afterwards, and nobody else may connect to it. `adminUrl` is a superuser's.
 * Safe to repeat and to run at the same time from two processes; the passwords given last are in force.
 */
export async function provisionIsland(options: {
  adminUrl: string;
  island: string;
  database: string;
  passwords: RolePasswords;
  template?: string;
}): Promise<IslandUrls> {
  const { island, database, passwords, template } = options;
  const { url, ssl } = databaseConnection(options.adminUrl);
  const sql = postgres(url, { ssl, max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(hashtext('academy-provision'))`;
    for (const role of ROLES) {
      const name = `${island}_${role}`;
      const [existing] = await sql`select 1 from pg_roles where rolname = ${name}`;
      if (existing === undefined)
        await sql.unsafe(`create role ${quoted(name)} login nosuperuser nobypassrls nocreaterole nocreatedb`);
      await sql.unsafe(`alter role ${quoted(name)} password ${literal(passwords[role])}`);
    }
    const [there] = await sql`select 1 from pg_database where datname = ${database}`;
    if (there === undefined) {
      await sql.unsafe(
        template === undefined
          ? `create database ${quoted(database)} owner ${quoted(`${island}_owner`)} encoding 'UTF8' template template0`
          : `create database ${quoted(database)} owner ${quoted(`${island}_owner`)} template ${quoted(template)}`,
      );
      await sql.unsafe(`revoke all on database ${quoted(database)} from public`);
      await sql.unsafe(
        `grant connect on database ${quoted(database)} to ${quoted(`${island}_app`)}, ${quoted(`${island}_relay`)}`,
      );
    }
    const urlOf = (role: IslandRole) => {
      const url = new URL(options.adminUrl);
      url.username = `${island}_${role}`;
      url.password = passwords[role];
      url.pathname = `/${database}`;
      return url.toString();
    };
    return { owner: urlOf('owner'), app: urlOf('app'), relay: urlOf('relay') };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function quoted(identifier: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(identifier)) throw new Error(`Not a name for a role or database: ${identifier}`);
  return `"${identifier}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
