import { webAddress } from '@/lib/browser/link';

/** A provider's credit as a link, as its licence asks; as plain text if the address is none of the web's. */
export function SourceCredit({ attribution, link }: { attribution: string; link: string }) {
  const address = webAddress(link);
  return address === undefined ? <>{attribution}</> : <a href={address}>{attribution}</a>;
}
