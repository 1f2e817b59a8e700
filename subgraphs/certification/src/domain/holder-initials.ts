/** Words that join the parts of a Spanish name and bear no initial. */
const PARTICLES = new Set(['da', 'de', 'del', 'el', 'la', 'las', 'los', 'y']);

/** The initials of a full name, e.g. `M. J. N. C.` of `María José Núñez de la Cruz`: enough to compare, too little to know who it is. */
export function holderInitials(fullName: string): string {
  return fullName
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '' && !PARTICLES.has(word.toLocaleLowerCase('es')))
    .map((word) => `${[...word.toLocaleUpperCase('es')][0] ?? ''}.`)
    .join(' ');
}
