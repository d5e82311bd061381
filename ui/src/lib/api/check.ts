/**
 * Checks of what came over the wire. A check says what is wrong and where (`current.temperature: not a number`), or
 * nothing. A null where a number may be absent is a fault: shown, it would be a zero that nobody measured.
 */
export type Check = (value: unknown, at: string) => string | undefined;

/** A check for each property of `T`, so that a property added to the API cannot be forgotten here. */
export type Shape<T> = Record<keyof T, Check>;

export const text: Check = (value, at) => (typeof value === 'string' ? undefined : `${at}: not a text`);

export const flag: Check = (value, at) =>
  typeof value === 'boolean' ? undefined : `${at}: not true or false`;

export const number: Check = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : `${at}: not a number`;

export const time: Check = (value, at) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : `${at}: not a time`;

export const day: Check = (value, at) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? time(value, at) : `${at}: not a date`;

export function optional(check: Check): Check {
  return (value, at) => (value === undefined ? undefined : check(value, at));
}

export function oneOf(...allowed: string[]): Check {
  return (value, at) =>
    typeof value === 'string' && allowed.includes(value)
      ? undefined
      : `${at}: not one of ${allowed.join(', ')}`;
}

export function list(check: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return `${at}: not a list`;
    return first(value.map((each: unknown, index) => () => check(each, `${at}[${index}]`)));
  };
}

export function object<T>(shape: Shape<T>): Check {
  const checks = Object.entries<Check>(shape);
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at}: not an object`;
    const members = new Map<string, unknown>(Object.entries(value));
    return first(
      checks.map(
        ([key, check]) =>
          () =>
            check(members.get(key), at === '' ? key : `${at}.${key}`),
      ),
    );
  };
}

function first(faults: (() => string | undefined)[]): string | undefined {
  for (const fault of faults) {
    const found = fault();
    if (found !== undefined) return found;
  }
  return undefined;
}
