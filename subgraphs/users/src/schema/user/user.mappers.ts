import type { UserRow } from '../../store/users.ts';

export type UserMapper = UserRow;
