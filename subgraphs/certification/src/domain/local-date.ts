export { type LocalDate, localDateOf } from '@academy/kernel';
