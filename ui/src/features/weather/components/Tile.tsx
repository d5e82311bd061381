import { useId, type ReactNode } from 'react';

interface TileProps {
  readonly title: string;
  readonly value: string;
  readonly detail: ReactNode;
  /** A drawing beside the value. */
  readonly children?: ReactNode;
}

/** One quantity: its name, its value, and a line that says what that means. */
export function Tile({ title, value, detail, children }: TileProps) {
  const id = useId();
  return (
    <section className="card tile" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="tile-value">{value}</p>
      <p className="muted">{detail}</p>
      {children}
    </section>
  );
}
