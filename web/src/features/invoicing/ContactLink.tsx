import { Link } from '@tanstack/react-router';

/** The contact a document belongs to. */
export function ContactLink({ id, name }: { id: string; name: string }) {
  return id === '' ? (
    <>{name}</>
  ) : (
    <Link to="/contacts/$id" params={{ id }}>
      {name}
    </Link>
  );
}
