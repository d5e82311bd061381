/**
 * The locale for numbers and times. The page's words are English, so it is the reader's own kind of English; names of
 * weekdays in another language would be a mixture. Without one: British, for the 24-hour clock.
 */
export function locale(): string {
  return navigator.languages.find((each) => /^en\b/i.test(each)) ?? 'en-GB';
}
