import type { SeenUserRow } from '../../store/users.ts';

export type UserMapper = SeenUserRow;
