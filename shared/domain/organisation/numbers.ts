const digitsOf = (text: string): number[] => [...text].map(Number);

/** Luhn’s sum (ISO/IEC 7812-1, annex B): every second digit from the right counts double, less 9 where that has two digits. */
const luhn = (digits: readonly number[]): number =>
  digits.toReversed().reduce((sum, digit, index) => sum + (index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit), 0);

const LA_POSTE = '356000000';

/**
 * Whether the check digit of a SIRET (14 digits) is right. The establishments of La Poste outgrew Luhn’s sum: theirs is also right where
 * the plain sum of the digits is a multiple of five.
 */
export function isSiret(siret: string): boolean {
  const digits = digitsOf(siret);
  if (luhn(digits) % 10 === 0) return true;
  return siret.startsWith(LA_POSTE) && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0;
}

/** Whether the check digits of an IBAN, without spaces, are right: letters count 10 to 35, the remainder by 97 is 1 (ISO 13616-1, ISO/IEC 7064). */
export function isIban(iban: string): boolean {
  const digits = [...`${iban.slice(4)}${iban.slice(0, 4)}`].map((character) => Number.parseInt(character, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
