import './plate.css';

export interface PlateProps {
  /** The machine's name. */
  name: string;
  href?: string;
  size?: 'small' | 'normal' | 'large';
  retired?: boolean;
}

/** A machine's name as it is engraved on the machine. Machines, and nothing else, stand on plates. */
export function Plate({ name, href, size = 'normal', retired }: PlateProps) {
  const engraved = <span class="engraved">{name}</span>;
  const look = { class: 'plate', 'data-size': size, 'data-retired': retired || undefined };
  return href ? (
    <a {...look} href={href}>
      {engraved}
    </a>
  ) : (
    <span {...look}>{engraved}</span>
  );
}
